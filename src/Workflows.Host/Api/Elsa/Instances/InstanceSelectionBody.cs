namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>Several instances: by their ids, or all of a workflow or of one version of it.</summary>
internal sealed record InstanceSelectionBody(
    string[]? Ids,
    string[]? WorkflowInstanceIds,
    string? DefinitionId,
    string? DefinitionVersionId
)
{
    public IReadOnlyCollection<Guid> Named =>
        [.. ElsaIds.Read(Ids).Concat(ElsaIds.Read(WorkflowInstanceIds)).Distinct()];

    /// <summary>Whether instances are named at all; ids that are none do not mean everything.</summary>
    public bool NamesInstances => Ids is { Length: > 0 } || WorkflowInstanceIds is { Length: > 0 };
}
