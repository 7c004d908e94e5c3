using Workflows.Marketing.Channels.WeCom.Records;

namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>What we changed ourselves at some friends of one member of staff: differences that are no news.</summary>
internal sealed class OwnDoing
{
    private readonly ILookup<(OwnChangeKind Kind, string Customer), OwnChange> _changes;

    private OwnDoing(IEnumerable<OwnChange> changes) =>
        _changes = changes.ToLookup(change => (change.Kind, change.Customer));

    public static async Task<OwnDoing> FindAsync(
        IOwnChangeStore? store,
        int tenant,
        string staff,
        IReadOnlyCollection<string> customers,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        var changes =
            store is null || customers.Count == 0
                ? []
                : await store.FindAsync(tenant, customers, since, cancellationToken);
        return new OwnDoing(changes.Where(change => string.Equals(change.Staff, staff, StringComparison.Ordinal)));
    }

    /// <summary>Whether we did this, after WeCom was last asked.</summary>
    public bool Has(OwnChangeKind kind, string customer, string value, DateTimeOffset? seenAt) =>
        _changes[(kind, customer)]
            .Any(change =>
                string.Equals(change.Value, value, StringComparison.Ordinal)
                && (seenAt is not { } seen || change.At >= seen)
            );

    /// <summary>Whether a colleague was to take the customer over.</summary>
    public bool HandedOver(string customer) => _changes[(OwnChangeKind.CustomerMove, customer)].Any();
}
