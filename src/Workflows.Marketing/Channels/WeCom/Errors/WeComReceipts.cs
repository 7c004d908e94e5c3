using System.Globalization;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Errors;

/// <summary>What a failed call means for the messages it was made for.</summary>
internal static class WeComReceipts
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(15);

    /// <summary>The receipt of a message whose call failed.</summary>
    public static Receipt Of(WeComException failure) =>
        failure.IsUncertain ? new Receipt.Unknown(failure.Message) : OfCertain(failure);

    /// <summary>The receipt of a message that was one of several in a call, by what WeCom says about it alone.</summary>
    public static Receipt Of(string api, int code) => OfCertain(WeComException.Answered(api, code, null));

    private static Receipt OfCertain(WeComException failure) =>
        failure.Error.Kind switch
        {
            WeComErrorKind.Busy or WeComErrorKind.Token or WeComErrorKind.Media => new Receipt.Unavailable(
                failure.Message,
                failure.RetryAfter
            ),
            WeComErrorKind.Limited => new Receipt.Unavailable(failure.Message, failure.RetryAfter ?? Soon),
            // A person has to act: asking often does not help, and messages must outlive the time that takes.
            WeComErrorKind.Configuration => new Receipt.Unavailable(failure.Message, Later),
            WeComErrorKind.NotAFriend or WeComErrorKind.Nobody => Ended(SendOutcome.NotAFriend, failure),
            WeComErrorKind.Quota => Ended(SendOutcome.QuotaReached, failure),
            _ => Ended(SendOutcome.Refused, failure),
        };

    private static Receipt.Ended Ended(SendOutcome outcome, WeComException failure) =>
        new(outcome, string.Create(CultureInfo.InvariantCulture, $"wecom_{failure.Error.Code}"), failure.Message);
}
