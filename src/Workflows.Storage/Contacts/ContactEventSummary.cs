namespace Workflows.Storage.Contacts;

/// <summary>An event as the contact's page shows it.</summary>
/// <param name="Source">The system that reported it.</param>
/// <param name="Id">Its id in that system.</param>
/// <param name="Type">What happened.</param>
/// <param name="At">When it happened.</param>
/// <param name="ReceivedAt">When it arrived here.</param>
/// <param name="Data">The rest as a JSON object, or null.</param>
public sealed record ContactEventSummary(
    string Source,
    string Id,
    string Type,
    DateTimeOffset At,
    DateTimeOffset ReceivedAt,
    string? Data
);
