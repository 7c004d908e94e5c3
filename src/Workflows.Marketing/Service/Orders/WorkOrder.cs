namespace Workflows.Marketing.Service.Orders;

/// <summary>One matter of a customer in a chat that has no beginning and no end: when it came up, what was wanted, what became of it (S0-57).</summary>
/// <param name="Id">Its id.</param>
/// <param name="ContactId">Whose it is.</param>
/// <param name="OpenedAt">When it came up.</param>
public sealed record WorkOrder(Guid Id, Guid ContactId, DateTimeOffset OpenedAt)
{
    /// <summary>How often the customer is asked for a rating: once, and once again.</summary>
    public const int MostAsks = 2;

    /// <summary>How it stands.</summary>
    public WorkOrderState State { get; init; } = WorkOrderState.Open;

    /// <summary>What it is about, or null.</summary>
    public string? Topic { get; init; }

    /// <summary>What the customer wanted, or null.</summary>
    public string? Demand { get; init; }

    /// <summary>Who serves it, or null.</summary>
    public string? Staff { get; init; }

    /// <summary>When somebody last said something.</summary>
    public DateTimeOffset LastAt { get; init; } = OpenedAt;

    /// <summary>When the staff first answered, or null.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When it was closed, or null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How it ended: <c>idle</c>, <c>resolved</c>, <c>unresolved</c>, <c>traded</c>; null while it is open.</summary>
    public string? Outcome { get; init; }

    /// <summary>When the customer bought something while it was open, or null.</summary>
    public DateTimeOffset? TradedAt { get; init; }

    /// <summary>How often the customer was asked for a rating.</summary>
    public int Asks { get; init; }

    /// <summary>The rating, 1–5, or null.</summary>
    public int? Rating { get; init; }

    /// <summary>What the customer said with the rating, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>The one it became part of, or null.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>Counts its changes; 0 before it is kept.</summary>
    public int Revision { get; init; }

    /// <summary>Minutes until the first answer; null while there is none.</summary>
    public double? ResponseMinutes => AnsweredAt is { } at ? Math.Max(0, (at - OpenedAt).TotalMinutes) : null;

    internal WorkOrder Hear(ServiceMessage message) =>
        this with
        {
            LastAt = message.At > LastAt ? message.At : LastAt,
            AnsweredAt = AnsweredAt ?? (message.IsInbound ? null : message.At),
            Staff = message.Staff ?? Staff,
            Topic = Topic ?? message.Topic,
            Demand = Demand ?? message.Demand,
        };

    internal WorkOrder Reopen() => this with { State = WorkOrderState.Open, ClosedAt = null, Outcome = null };

    internal WorkOrder Close(string outcome, DateTimeOffset at) =>
        this with
        {
            State = WorkOrderState.Closed,
            ClosedAt = at,
            Outcome = outcome,
            TradedAt = outcome is WorkOrderOutcome.Traded ? at : TradedAt,
        };
}
