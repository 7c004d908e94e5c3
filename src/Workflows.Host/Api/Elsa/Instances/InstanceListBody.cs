using Workflows.Runtime.Execution;
using Workflows.Storage.Instances;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>What a list of instances is filtered, ordered and paged by.</summary>
internal sealed record InstanceListBody(
    int? Page,
    int? PageSize,
    string? SearchTerm,
    string? DefinitionId,
    string[]? DefinitionIds,
    string? CorrelationId,
    int? Version,
    bool? HasIncidents,
    bool? IsSystem,
    string? Status,
    string[]? Statuses,
    string? SubStatus,
    string[]? SubStatuses,
    string? OrderBy,
    string? OrderDirection,
    TimestampFilter[]? TimestampFilters
)
{
    private const int StandardPage = 15;
    private const int LargestPage = 1_000;

    public InstanceFilter Filter() =>
        new()
        {
            DefinitionIds = Both(DefinitionId, DefinitionIds),
            Version = Version,
            SearchTerm = SearchTerm,
            CorrelationId = string.IsNullOrEmpty(CorrelationId) ? null : CorrelationId,
            HasIncidents = HasIncidents,
            Statuses = Read<WorkflowStatus>(Both(Status, Statuses)),
            SubStatuses = Read<WorkflowSubStatus>(Both(SubStatus, SubStatuses)),
            Times = [.. (TimestampFilters ?? []).Select(filter => filter.Translate())],
        };

    public InstancePage Paging()
    {
        var size = Math.Clamp(PageSize ?? StandardPage, 1, LargestPage);
        return new InstancePage(
            OrderBy?.ToUpperInvariant() switch
            {
                "UPDATEDAT" or "UPDATED" or "LASTEXECUTED" => InstanceOrder.Updated,
                "FINISHED" or "FINISHEDAT" => InstanceOrder.Finished,
                "NAME" => InstanceOrder.Name,
                _ => InstanceOrder.Created,
            },
            !string.Equals(OrderDirection, "Ascending", StringComparison.OrdinalIgnoreCase),
            Math.Max(Page ?? 0, 0) * size,
            size
        );
    }

    private static HashSet<string>? Both(string? one, string[]? many)
    {
        HashSet<string> all = new(many ?? [], StringComparer.Ordinal);
        if (!string.IsNullOrEmpty(one))
        {
            all.Add(one);
        }

        return all.Count == 0 ? null : all;
    }

    // A status that is not known here selects nothing rather than everything.
    private static IReadOnlyCollection<T>? Read<T>(IReadOnlyCollection<string>? names)
        where T : struct, Enum =>
        names is null
            ? null
            : [.. names.SelectMany(name => Enum.TryParse<T>(name, true, out var one) ? [one] : Array.Empty<T>())];
}
