using Workflows.Marketing.Rollouts.Growth;

namespace Workflows.Host.Api.Rollouts;

/// <summary>The company's stage as the API shows it.</summary>
/// <param name="Stage">0-1, 1-10 or 10-100.</param>
/// <param name="Next">The stage that may follow; null after the last one.</param>
/// <param name="Log">Every review, the first first.</param>
internal sealed record GrowthBody(string Stage, string? Next, IReadOnlyList<DecisionBody> Log)
{
    public static GrowthBody From(GrowthStage stage) =>
        new(stage.Name, GrowthStages.After(stage.Name), [.. stage.Log.Select(DecisionBody.From)]);
}
