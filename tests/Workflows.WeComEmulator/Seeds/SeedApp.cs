namespace Workflows.WeComEmulator.Seeds;

/// <summary>An app and its secret.</summary>
/// <param name="Members">The visible range; null is everybody.</param>
public sealed record SeedApp(int AgentId, string Name, string Secret, IReadOnlyList<string>? Members = null);
