namespace Workflows.Host.Api.Elsa.Alterations;

/// <summary>Changes, and the instances they are for: by their ids, or by a filter.</summary>
internal sealed record AlterationRequest(
    AlterationBody[]? Alterations,
    string[]? WorkflowInstanceIds,
    AlterationFilter? Filter,
    string[]? ActivityIds
);
