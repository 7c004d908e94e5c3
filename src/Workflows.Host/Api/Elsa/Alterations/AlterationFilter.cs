using Workflows.Host.Api.Elsa.Instances;
using Workflows.Runtime.Execution;
using Workflows.Storage.Instances;

namespace Workflows.Host.Api.Elsa.Alterations;

/// <summary>Which instances a plan is about.</summary>
internal sealed record AlterationFilter(
    string[]? WorkflowInstanceIds,
    string[]? CorrelationIds,
    string[]? DefinitionIds,
    string? SearchTerm,
    bool? HasIncidents,
    WorkflowStatus[]? Statuses,
    WorkflowSubStatus[]? SubStatuses,
    TimestampFilter[]? TimestampFilters,
    bool? EmptyFilterSelectsAll
)
{
    /// <summary>The questions whose answers together are meant; none where nothing is named and that does not mean everything.</summary>
    public IEnumerable<InstanceFilter> Translate()
    {
        var filter = new InstanceFilter
        {
            Ids = WorkflowInstanceIds is { Length: > 0 } ids ? [.. ElsaIds.Read(ids)] : null,
            DefinitionIds = DefinitionIds is { Length: > 0 } definitions ? definitions : null,
            SearchTerm = string.IsNullOrWhiteSpace(SearchTerm) ? null : SearchTerm,
            HasIncidents = HasIncidents,
            Statuses = Statuses is { Length: > 0 } statuses ? statuses : null,
            SubStatuses = SubStatuses is { Length: > 0 } subStatuses ? subStatuses : null,
            Times = [.. (TimestampFilters ?? []).Select(bound => bound.Translate())],
        };
        if (CorrelationIds is { Length: > 0 } correlationIds)
        {
            return correlationIds.Select(id => filter with { CorrelationId = id });
        }

        return EmptyFilterSelectsAll == true || !IsEmpty(filter) ? [filter] : [];
    }

    private static bool IsEmpty(InstanceFilter filter) =>
        filter
            is {
                Ids: null,
                DefinitionIds: null,
                SearchTerm: null,
                HasIncidents: null,
                Statuses: null,
                SubStatuses: null,
                Times.Count: 0
            };
}
