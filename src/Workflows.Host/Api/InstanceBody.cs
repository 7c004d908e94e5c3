using Workflows.Runtime.Execution;

namespace Workflows.Host.Api;

/// <summary>An instance as the API shows it.</summary>
internal sealed record InstanceBody(
    Guid Id,
    string DefinitionId,
    int Version,
    Guid Subject,
    WorkflowStatus Status,
    WorkflowSubStatus SubStatus,
    string? CorrelationId,
    string? Name,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? FinishedAt,
    IReadOnlyList<BookmarkBody> Bookmarks,
    IReadOnlyList<IncidentBody> Incidents,
    Page<JournalBody> Journal
)
{
    public static InstanceBody From(WorkflowInstance instance, Page<JournalBody> journal) =>
        new(
            instance.Id,
            instance.Graph.DefinitionId,
            instance.Graph.Version,
            instance.Subject,
            instance.Status,
            instance.SubStatus,
            instance.CorrelationId,
            instance.Name,
            instance.CreatedAt,
            instance.UpdatedAt,
            instance.FinishedAt,
            [.. instance.Bookmarks.Select(bookmark => BookmarkBody.From(bookmark, instance.Graph))],
            [.. instance.Incidents.Select(incident => IncidentBody.From(incident, instance.Graph))],
            journal
        );
}
