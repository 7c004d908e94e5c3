namespace Workflows.WeComEmulator.Police;

/// <summary>The kinds of violation of the platform's contract.</summary>
public static class Breaches
{
    /// <summary>A call without an access token.</summary>
    public const string NoToken = "no-token";

    /// <summary>A field longer than documented.</summary>
    public const string TooLong = "too-long";

    /// <summary>A list longer than documented, more than nine attachments for example.</summary>
    public const string TooMany = "too-many";

    /// <summary>A mandatory field is missing.</summary>
    public const string Missing = "missing";

    /// <summary>A field has a wrong type or a value outside its range.</summary>
    public const string Wrong = "wrong-value";

    /// <summary>Moments with images, a video or a link together.</summary>
    public const string MixedMoments = "mixed-moments";

    /// <summary>Media that was never uploaded, or has expired.</summary>
    public const string Media = "media";

    /// <summary>Something reached a customer that no member confirmed.</summary>
    public const string Unconfirmed = "send-without-confirm";

    /// <summary>A welcome code used twice, or after its 20 seconds.</summary>
    public const string Welcome = "welcome";

    /// <summary>More calls than the platform allows.</summary>
    public const string Rate = "rate";

    /// <summary>A body that is no JSON object.</summary>
    public const string Json = "json";

    /// <summary>GET instead of POST, or the other way round.</summary>
    public const string Verb = "verb";

    /// <summary>An address that the platform does not have.</summary>
    public const string Address = "address";
}
