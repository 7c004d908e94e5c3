namespace Workflows.Storage.Instances;

/// <summary>What one turn did to one instance, packed.</summary>
internal sealed class JournalEntryRow
{
    public Guid InstanceId { get; set; }

    public int Revision { get; set; }

    public int Tenant { get; set; }

    public Guid Subject { get; set; }

    public DateTimeOffset At { get; set; }

    public required byte[] Entries { get; set; }
}
