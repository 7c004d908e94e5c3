namespace Workflows.Storage.Work;

/// <summary>A host that shares the work; it counts as alive until its moment passes.</summary>
internal sealed class HostRow
{
    public Guid Id { get; set; }

    public DateTimeOffset Until { get; set; }
}
