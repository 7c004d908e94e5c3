using System.Collections.ObjectModel;
using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Durability;

/// <summary>The answer to an <see cref="InstanceRequest"/>.</summary>
/// <param name="Instances">The instances, each once.</param>
/// <param name="Histories">Which definitions the subjects asked for ever ran, finished or not.</param>
public sealed record LoadedInstances(
    IReadOnlyCollection<WorkflowInstance> Instances,
    IReadOnlySet<(Guid Subject, string DefinitionId)> Histories
)
{
    /// <summary>Subjects with an instance that cannot be read, and why. Their work fails; everyone else's goes on.</summary>
    public IReadOnlyDictionary<Guid, Exception> Unreadable { get; init; } = ReadOnlyDictionary<Guid, Exception>.Empty;
}
