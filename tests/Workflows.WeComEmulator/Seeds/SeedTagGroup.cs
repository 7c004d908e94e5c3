namespace Workflows.WeComEmulator.Seeds;

/// <summary>A group of tags by name.</summary>
public sealed record SeedTagGroup(string Name, IReadOnlyList<string> Tags);
