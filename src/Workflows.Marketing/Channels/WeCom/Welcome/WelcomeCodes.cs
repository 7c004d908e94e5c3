namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>The codes of what can be wrong with a welcome plan.</summary>
internal static class WelcomeCodes
{
    /// <summary>The document is not a plan.</summary>
    public const string Unreadable = "WLC001";

    /// <summary>There are too many rules.</summary>
    public const string TooMany = "WLC002";

    /// <summary>A rule has no name, a long one, or one that another has.</summary>
    public const string Name = "WLC003";

    /// <summary>A rule says nothing.</summary>
    public const string Silent = "WLC004";

    /// <summary>A text is longer than WeCom takes.</summary>
    public const string TooLong = "WLC005";

    /// <summary>A text cannot be filled in.</summary>
    public const string Template = "WLC006";

    /// <summary>An attachment cannot come with a welcome.</summary>
    public const string Attachment = "WLC007";

    /// <summary>A rule is never asked, because one before it takes everybody.</summary>
    public const string Unreachable = "WLC008";
}
