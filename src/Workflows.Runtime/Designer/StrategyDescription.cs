namespace Workflows.Runtime.Designer;

/// <summary>A strategy a workflow or activity may choose, in one language.</summary>
/// <param name="TypeName">The name documents use.</param>
/// <param name="DisplayName">The title.</param>
/// <param name="Description">One sentence for the author.</param>
public sealed record StrategyDescription(string TypeName, string DisplayName, string? Description);
