namespace Workflows.Storage.Instances;

/// <summary>
/// One instance waits for one stimulus. What exactly waits is in the instance's state; a turn that keeps waiting for
/// the same stimulus leaves this row alone.
/// </summary>
internal sealed class BookmarkRow
{
    public int Tenant { get; set; }

    public Guid Hash { get; set; }

    public Guid InstanceId { get; set; }

    public Guid Subject { get; set; }
}
