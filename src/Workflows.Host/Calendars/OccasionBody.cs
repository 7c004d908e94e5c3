using Workflows.Runtime.Triggers;
using Workflows.Storage.Calendars;

namespace Workflows.Host.Calendars;

/// <summary>One time that a journey's calendar comes round.</summary>
/// <param name="DueAt">When.</param>
/// <param name="Journey">The journey's definition id.</param>
/// <param name="JourneyName">Its name, or null when it is no longer published.</param>
/// <param name="ActivityId">The calendar block.</param>
/// <param name="Key">The occasion's key.</param>
/// <param name="State">Planned, OnTime, Late or Skipped.</param>
/// <param name="RunsFor">Once, Contacts, Groups or Stores; null for what has been.</param>
/// <param name="Name">The marked day or the slot, where there is one.</param>
/// <param name="FiredAt">When it ran, or was left out.</param>
/// <param name="Guests">How many contacts, groups or stores it was brought to.</param>
internal sealed record OccasionBody(
    DateTimeOffset DueAt,
    string Journey,
    string? JourneyName,
    string ActivityId,
    string Key,
    string State,
    string? RunsFor = null,
    string? Name = null,
    DateTimeOffset? FiredAt = null,
    int? Guests = null
)
{
    public static OccasionBody Of(OccasionRecord record, string? journeyName) =>
        new(
            record.DueAt,
            record.DefinitionId,
            journeyName,
            record.ActivityId,
            record.Key,
            record.State.ToString(),
            FiredAt: record.FiredAt,
            Guests: record.Guests
        );

    public static OccasionBody Of(TriggerEntry entry, Occasion occasion) =>
        new(
            occasion.DueAt.ToUniversalTime(),
            entry.Graph.DefinitionId,
            entry.Graph.Definition.Name,
            entry.ActivityId,
            occasion.Key,
            "Planned",
            Text(occasion, "runsFor"),
            Text(occasion, "name") ?? Text(occasion, "slot")
        );

    private static string? Text(Occasion occasion, string name) => occasion.Input.GetValueOrDefault(name) as string;
}
