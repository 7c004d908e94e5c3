namespace Workflows.Storage.Service;

internal sealed class WorkOrderEntryRow
{
    public int Tenant { get; set; }

    /// <summary>The database refuses the second line of a key.</summary>
    public required string Key { get; set; }

    public Guid OrderId { get; set; }

    public short Step { get; set; }

    public DateTimeOffset At { get; set; }

    public required string By { get; set; }

    public string? Note { get; set; }
}
