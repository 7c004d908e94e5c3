namespace Workflows.Storage.Service;

internal sealed class WorkOrderRow
{
    public int Tenant { get; set; }

    public Guid Id { get; set; }

    public Guid ContactId { get; set; }

    public short State { get; set; }

    public string? Topic { get; set; }

    public string? Demand { get; set; }

    public string? Staff { get; set; }

    public DateTimeOffset OpenedAt { get; set; }

    public DateTimeOffset LastAt { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public string? Outcome { get; set; }

    public DateTimeOffset? TradedAt { get; set; }

    public int Asks { get; set; }

    public int? Rating { get; set; }

    public string? Comment { get; set; }

    public Guid? MergedInto { get; set; }

    public int Revision { get; set; }
}
