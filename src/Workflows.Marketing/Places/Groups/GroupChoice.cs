namespace Workflows.Marketing.Places.Groups;

/// <summary>Which groups come into question.</summary>
/// <param name="StoreIds">Groups of these stores; none for groups that belong to no store.</param>
/// <param name="Purpose">What they are for.</param>
/// <param name="Persona">Whom they are for; null for groups for everybody.</param>
/// <param name="Now">The time: groups that have ended do not count, nor do places held until before.</param>
public sealed record GroupChoice(
    IReadOnlyCollection<string> StoreIds,
    GroupPurpose Purpose,
    string? Persona,
    DateTimeOffset Now
);
