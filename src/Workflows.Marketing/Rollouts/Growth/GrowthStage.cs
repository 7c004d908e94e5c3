using Workflows.Marketing.Decisions;

namespace Workflows.Marketing.Rollouts.Growth;

/// <summary>In which stage the company is, from its lines.</summary>
/// <param name="Log">Every review and every step; empty in the beginning.</param>
public sealed record GrowthStage(IReadOnlyList<DecisionLine> Log)
{
    /// <summary>The stage; the first one in the beginning.</summary>
    public string Name => Log.Count == 0 ? GrowthStages.First : Log[^1].Value;
}
