namespace Workflows.Storage.Instances;

internal sealed class InstanceRow
{
    public Guid Id { get; set; }

    public int Tenant { get; set; }

    public short Partition { get; set; }

    public Guid Subject { get; set; }

    /// <summary>The row of <c>definition_versions</c> the instance runs on, for its whole life.</summary>
    public int DefinitionKey { get; set; }

    public short Status { get; set; }

    public short SubStatus { get; set; }

    public string? CorrelationId { get; set; }

    public string? Name { get; set; }

    public int Revision { get; set; }

    public short IncidentCount { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public required byte[] State { get; set; }
}
