namespace Workflows.Marketing.Contacts;

/// <summary>The event types the contact itself understands; every other type only wakes journeys.</summary>
public static class ContactEventTypes
{
    /// <summary>The contact paid an order; data: <c>quantity</c> (pieces) and <c>amount</c> (currency units).</summary>
    public const string OrderPaid = "order.paid";

    /// <summary>The contact joined the pool.</summary>
    public const string Joined = "contact.joined";

    /// <summary>The contact wants no more messages; data: optional <c>channel</c> and <c>purpose</c>, absent means all.</summary>
    public const string OptedOut = "contact.opted-out";

    /// <summary>The contact takes an <see cref="OptedOut"/> back; same data.</summary>
    public const string OptedIn = "contact.opted-in";
}
