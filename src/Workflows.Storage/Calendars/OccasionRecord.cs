using Workflows.Runtime.Triggers;

namespace Workflows.Storage.Calendars;

/// <summary>An occasion that was decided upon.</summary>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="ActivityId">The trigger.</param>
/// <param name="Key">The occasion.</param>
/// <param name="DueAt">When it was due.</param>
/// <param name="FiredAt">When it was decided upon.</param>
/// <param name="State">How it went.</param>
/// <param name="Guests">How many it was brought to so far.</param>
public sealed record OccasionRecord(
    string DefinitionId,
    string ActivityId,
    string Key,
    DateTimeOffset DueAt,
    DateTimeOffset FiredAt,
    OccasionState State,
    int Guests
);
