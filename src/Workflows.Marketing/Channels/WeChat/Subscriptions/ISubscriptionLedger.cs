using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Channels.WeChat.Subscriptions;

/// <summary>
/// The approvals of subscribe messages: written with the event <see cref="ContactEventTypes.SubscriptionGranted"/>, at once, and
/// each used by one message, for all processes together.
/// </summary>
public interface ISubscriptionLedger
{
    /// <summary>Takes an approval for each message that has none yet, the oldest first.</summary>
    /// <returns>The keys of the messages that have one now.</returns>
    Task<IReadOnlySet<string>> TakeAsync(
        int tenant,
        IReadOnlyList<SubscriptionNeed> needs,
        CancellationToken cancellationToken
    );

    /// <summary>Gives back what messages took that nobody received; others are passed over.</summary>
    Task GiveBackAsync(int tenant, IReadOnlyCollection<string> keys, CancellationToken cancellationToken);

    /// <summary>
    /// Corrects the ledger after WeChat said that there is no approval (43101): what messages took and what their contacts
    /// have left of the same template is void.
    /// </summary>
    /// <param name="tenant">Whose messages.</param>
    /// <param name="keys">The messages; those that took nothing are passed over.</param>
    /// <param name="at">When WeChat said so: what was approved later stays good.</param>
    /// <param name="cancellationToken">Cancels; nothing is changed then.</param>
    Task VoidAsync(
        int tenant,
        IReadOnlyCollection<string> keys,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );

    /// <summary>What a contact approved and what became of it, by channel and template.</summary>
    Task<IReadOnlyList<SubscriptionBalance>> ListAsync(int tenant, Guid contactId, CancellationToken cancellationToken);
}
