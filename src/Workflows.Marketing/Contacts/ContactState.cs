namespace Workflows.Marketing.Contacts;

/// <summary>All that is remembered of a contact, as stores write and read it.</summary>
/// <param name="Id">The contact's id.</param>
/// <param name="JoinedAt">When the contact was first heard of.</param>
public sealed record ContactState(Guid Id, DateTimeOffset JoinedAt)
{
    /// <summary>How many orders the contact paid.</summary>
    public int PaidOrderCount { get; init; }

    /// <summary>When the latest order was paid, or null before the first.</summary>
    public DateTimeOffset? LastPaidAt { get; init; }

    /// <summary>The sum of all paid orders, in currency units.</summary>
    public decimal PaidAmount { get; init; }

    /// <summary>The names the contact is known by.</summary>
    public ContactIdentities Identities { get; init; } = ContactIdentities.None;

    /// <summary>Attribute values by name: text, numbers (long, decimal), booleans.</summary>
    public IReadOnlyDictionary<string, object?> Attributes { get; init; } =
        new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>The contact's tags.</summary>
    public IReadOnlyCollection<string> Tags { get; init; } = [];

    /// <summary>What the contact does not want to receive.</summary>
    public IReadOnlyCollection<OptOut> OptOuts { get; init; } = [];
}
