using Workflows.Runtime.Execution;

namespace Workflows.Storage.Instances;

/// <summary>Which instances to list; newest first.</summary>
/// <param name="DefinitionId">Only those of this workflow, or null.</param>
/// <param name="SubStatus">Only those that live or ended this way, or null.</param>
/// <param name="Subject">Only those about this contact, or null.</param>
/// <param name="Before">The last id of the page before, or null for the first page.</param>
/// <param name="Count">How many at most; 1–1000.</param>
public sealed record InstanceQuery(
    string? DefinitionId = null,
    WorkflowSubStatus? SubStatus = null,
    Guid? Subject = null,
    Guid? Before = null,
    int Count = 100
);
