namespace Workflows.WeComEmulator.Seeds;

/// <summary>A customer group.</summary>
/// <param name="Customers">The external_userids of its customers.</param>
public sealed record SeedGroup(
    string ChatId,
    string Name,
    string Owner,
    IReadOnlyList<string>? Customers = null,
    int Capacity = 200
);
