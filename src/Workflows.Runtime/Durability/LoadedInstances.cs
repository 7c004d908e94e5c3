using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Durability;

/// <summary>The answer to an <see cref="InstanceRequest"/>.</summary>
/// <param name="Instances">The instances, each once.</param>
/// <param name="Histories">Which definitions the subjects asked for ever ran, finished or not.</param>
public sealed record LoadedInstances(
    IReadOnlyCollection<WorkflowInstance> Instances,
    IReadOnlySet<(Guid Subject, string DefinitionId)> Histories
);
