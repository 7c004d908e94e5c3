using System.Globalization;

namespace Workflows.Marketing.Channels.WeCom.Errors;

/// <summary>A call that WeCom did not answer with success.</summary>
internal sealed class WeComException : Exception
{
    private WeComException(WeComError error, string message, Exception? inner)
        : base(message, inner) => Error = error;

    /// <summary>What went wrong; code -2 when there was no answer of the API at all.</summary>
    public WeComError Error { get; }

    /// <summary>How long to wait before asking again, where that is known.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>
    /// Whether WeCom may have done what was asked all the same: the answer was lost, or says only that the system is busy.
    /// </summary>
    public bool IsUncertain { get; private init; }

    /// <summary>Whether asking again a moment later may help.</summary>
    public bool IsTransient => Error.Kind is WeComErrorKind.Busy;

    /// <summary>WeCom answered with an error code.</summary>
    public static WeComException Answered(string api, int code, string? said, TimeSpan? retryAfter = null)
    {
        var error = WeComErrors.Of(code);
        return new WeComException(error, Describe(api, error, said), null)
        {
            IsUncertain = code == -1,
            RetryAfter = retryAfter,
        };
    }

    /// <summary>No answer came, or none that can be read: the request may have been carried out.</summary>
    public static WeComException Lost(string api, string how, Exception? cause = null) =>
        new(NoAnswer(how), $"{api}: {how}", cause) { IsUncertain = true };

    /// <summary>The request did not leave this machine.</summary>
    public static WeComException Unsent(string api, string why, Exception? cause = null) =>
        new(NoAnswer(why), $"{api}: {why}", cause);

    /// <summary>We did not ask, because the answer is known.</summary>
    public static WeComException Withheld(string api, WeComError error, TimeSpan retryAfter) =>
        new(error, Describe(api, error, null), null) { RetryAfter = retryAfter };

    private static WeComError NoAnswer(string how) => new(-2, WeComErrorKind.Busy, "无应答", how);

    private static string Describe(string api, WeComError error, string? said)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{api}: {error.Code} {error.Official}. {error.Meaning}"
        );
        // WeCom's hint names the request for its support; it is bounded because it is not ours.
        return WeComErrors.IsUnknown(error) && !string.IsNullOrEmpty(said)
            ? $"{text} ({(said.Length > 200 ? said[..200] : said)})"
            : text;
    }
}
