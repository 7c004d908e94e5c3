using Workflows.Runtime.Execution;

namespace Workflows.Host.Commands.Trials;

/// <summary>An instance of a trial with what it did in all its bursts.</summary>
internal sealed class TrialInstance(WorkflowInstance instance)
{
    private readonly List<Burst> _bursts = [];

    public WorkflowInstance State { get; } = instance;

    public IReadOnlyList<Burst> Bursts => _bursts;

    public void Add(Burst burst) => _bursts.Add(burst);
}
