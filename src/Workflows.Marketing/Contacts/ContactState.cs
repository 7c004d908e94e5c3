namespace Workflows.Marketing.Contacts;

/// <summary>All that is remembered of a contact, as stores write and read it.</summary>
/// <param name="Id">The contact's id.</param>
/// <param name="JoinedAt">When the contact was first heard of.</param>
public sealed record ContactState(Guid Id, DateTimeOffset JoinedAt)
{
    /// <summary>How many orders the contact paid and was not given back in full.</summary>
    public int PaidOrderCount { get; init; }

    /// <summary>When the latest of them was paid, or null where there is none.</summary>
    public DateTimeOffset? LastPaidAt { get; init; }

    /// <summary>What they are worth, in currency units: what was paid, without what was given back.</summary>
    public decimal PaidAmount { get; init; }

    /// <summary>
    /// The orders one by one, without their lines: what a refund is set against. Orders known as a sum only are in the three facts
    /// above and not here.
    /// </summary>
    public IReadOnlyCollection<KnownOrder> Orders { get; init; } = [];

    /// <summary>The names the contact is known by.</summary>
    public ContactIdentities Identities { get; init; } = ContactIdentities.None;

    /// <summary>Attribute values by name: text, numbers (long, decimal), booleans.</summary>
    public IReadOnlyDictionary<string, object?> Attributes { get; init; } =
        new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>The contact's tags.</summary>
    public IReadOnlyCollection<string> Tags { get; init; } = [];

    /// <summary>How the tags came there; a tag may have no mark, or several.</summary>
    public IReadOnlyCollection<TagMark> TagMarks { get; init; } = [];

    /// <summary>What the contact wants and does not want to receive.</summary>
    public ContactConsents Consents { get; init; } = ContactConsents.None;

    /// <summary>The staff the contact has to do with.</summary>
    public ContactRelations Relations { get; init; } = ContactRelations.None;

    /// <summary>Which accounts of the company the contact follows or follows no more; the latest word on each channel.</summary>
    public IReadOnlyList<FollowMark> Follows { get; init; } = [];

    /// <summary>The <see cref="Contacts.Pool"/> the contact settles in, or null before it is put into one.</summary>
    public string? Pool { get; init; }

    /// <summary>How close the contact is, one of <see cref="RelationshipStage"/>.</summary>
    public string Stage { get; init; } = RelationshipStage.Stranger;

    /// <summary>The persona of the brand that speaks to the contact, or null.</summary>
    public string? Persona { get; init; }

    /// <summary>The one expert that speaks to the contact (S4-37), or null.</summary>
    public string? ExpertPersona { get; init; }

    /// <summary>The one persona that sells to the contact (S4-37), or null.</summary>
    public string? SalesPersona { get; init; }

    /// <summary>The contact with these orders, and the facts that follow from them.</summary>
    /// <param name="orders">The orders one by one.</param>
    /// <param name="unlisted">What is known of others.</param>
    internal ContactState With(IReadOnlyCollection<KnownOrder> orders, OrderSums unlisted)
    {
        var sums = OrderSums.Of(orders).Plus(unlisted);
        return this with
        {
            Orders = orders,
            PaidOrderCount = sums.Count,
            PaidAmount = sums.Amount,
            LastPaidAt = sums.LastPaidAt,
        };
    }
}
