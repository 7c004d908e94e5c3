namespace Workflows.Runtime.Designer;

/// <summary>When the state of a run is committed, in one language.</summary>
/// <param name="Name">The name documents use.</param>
/// <param name="DisplayName">The title.</param>
/// <param name="Description">One sentence for the author.</param>
public sealed record CommitStrategyDescription(string Name, string DisplayName, string Description);
