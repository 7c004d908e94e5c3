namespace Workflows.Runtime.Durability;

/// <summary>Which instances a batch needs.</summary>
/// <param name="Instances">Instances named by id, finished ones included.</param>
/// <param name="Subjects">Subjects whose unfinished instances are needed.</param>
/// <param name="Histories">Subjects of which is asked which definitions they ever ran.</param>
public sealed record InstanceRequest(
    IReadOnlyCollection<Guid> Instances,
    IReadOnlyCollection<Guid> Subjects,
    IReadOnlyCollection<Guid> Histories
);
