using Workflows.Marketing.Messaging;

namespace Workflows.Storage.Limits;

/// <summary>What can be said later of a message that ended without the limits being told.</summary>
internal static class LimitLeft
{
    /// <param name="tenant">Whose message it is.</param>
    /// <param name="key">The message's key.</param>
    /// <param name="at">When it ended.</param>
    /// <param name="outcome">How.</param>
    /// <param name="isFresh">Whether it ended at its first attempt, and no task was made for it.</param>
    /// <returns>Its end; it is called unsent only where that is certain.</returns>
    public static MessageSettlement.Ended Of(
        int tenant,
        string key,
        DateTimeOffset at,
        SendOutcome outcome,
        bool isFresh
    ) =>
        new(tenant, key, at, outcome)
        {
            IsUnsent = outcome switch
            {
                SendOutcome.NotAFriend => true,
                SendOutcome.Refused or SendOutcome.Cancelled or SendOutcome.Expired => isFresh,
                _ => false,
            },
        };
}
