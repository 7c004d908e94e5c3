using Workflows.Marketing.Decisions;

namespace Workflows.Marketing.Limits.Safety;

/// <summary>How the pack of community safety (社群安全边界) stands, from its lines.</summary>
/// <param name="Log">Who switched it, when and why; empty as long as nobody did.</param>
public sealed record PolicyPack(IReadOnlyList<DecisionLine> Log)
{
    /// <summary>Whether it is on: it is until somebody turns it off.</summary>
    public bool IsOn => Log.Count == 0 || CommunitySafety.IsOnIn(Log[^1]);
}
