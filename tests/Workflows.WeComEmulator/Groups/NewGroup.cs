namespace Workflows.WeComEmulator.Groups;

/// <summary>A group that a member makes in the client.</summary>
public sealed record NewGroup(string Name, string Owner, int Capacity = 200);
