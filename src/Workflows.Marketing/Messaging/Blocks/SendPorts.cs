using Workflows.Marketing.Content;

namespace Workflows.Marketing.Messaging.Blocks;

/// <summary>The outcomes of send blocks.</summary>
internal static class SendPorts
{
    public const string Sent = "Sent";
    public const string Unconfirmed = "Unconfirmed";
    public const string QuotaReached = "QuotaReached";
    public const string NotAFriend = "NotAFriend";
    public const string Deferred = "Deferred";
    public const string Refused = "Refused";
    public const string Failed = "Failed";

    /// <summary>Nothing of the limited value was left; only messages that give one can end so.</summary>
    public const string SoldOut = "SoldOut";

    /// <summary>The port a message's end leads to; what a block has no port for is a refusal or a failure to it.</summary>
    /// <param name="ports">The block's ports.</param>
    /// <param name="outcome">How the message ended.</param>
    public static string Of(IReadOnlyList<string> ports, MessageOutcome outcome)
    {
        var (port, otherwise) = outcome.Outcome switch
        {
            SendOutcome.Sent => (Sent, Sent),
            SendOutcome.Unconfirmed => (Unconfirmed, Failed),
            SendOutcome.QuotaReached => (QuotaReached, Refused),
            SendOutcome.NotAFriend => (NotAFriend, Refused),
            SendOutcome.Refused when outcome.ReasonCode is StockJudge.SoldOut => (SoldOut, Refused),
            SendOutcome.Refused when outcome.Until is not null => (Deferred, Refused),
            SendOutcome.Refused or SendOutcome.Cancelled => (Refused, Refused),
            _ => (Failed, Failed),
        };
        return ports.Contains(port, StringComparer.Ordinal) ? port : otherwise;
    }
}
