namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>What contacts learn of group-buys. Every event's data has <c>campaign</c> and <c>team</c>.</summary>
public static class GroupBuyEvents
{
    /// <summary>The source of these events.</summary>
    public const string Source = "groupbuy";

    /// <summary>The contact asked for a seat, whether they get one or not; data: <c>leads</c>.</summary>
    public const string Asked = "groupbuy.asked";

    /// <summary>The contact opened a team; data: <c>size</c>, <c>capacity</c>, <c>closesAt</c>, <c>price</c>.</summary>
    public const string Opened = "groupbuy.opened";

    /// <summary>The contact joined a team; data: <c>missing</c>, <c>closesAt</c>, <c>price</c>, <c>isNew</c>.</summary>
    public const string Joined = "groupbuy.joined";

    /// <summary>Somebody joined the team the contact leads; data: <c>missing</c>, <c>headcount</c>.</summary>
    public const string Grew = "groupbuy.grew";

    /// <summary>The team the contact opened is closed, whoever leads it now; data: <c>state</c>, <c>headcount</c>.</summary>
    public const string Closed = "groupbuy.closed";

    /// <summary>A team the contact is in came together; data: <c>role</c>, <c>headcount</c>.</summary>
    public const string Succeeded = "groupbuy.succeeded";

    /// <summary>A team the contact is in did not come together; data: <c>role</c>, <c>paid</c>.</summary>
    public const string Expired = "groupbuy.expired";

    /// <summary>The contact gets money back; data: <c>amount</c>, <c>reason</c>.</summary>
    public const string Refunded = "groupbuy.refunded";

    /// <summary>The contact leads the team now, since its leader was refunded; data: <c>price</c>.</summary>
    public const string LeaderChanged = "groupbuy.leader-changed";

    /// <summary>The contact's order is settled; data: <c>price</c>, <c>headcount</c>.</summary>
    public const string Settled = "groupbuy.settled";

    /// <summary>The contact's order was drawn to be free; data: <c>amount</c>, <c>seed</c>.</summary>
    public const string FreeOrder = "groupbuy.free-order";
}
