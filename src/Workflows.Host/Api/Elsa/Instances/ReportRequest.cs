namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>Which activities of which instance a report is about.</summary>
internal sealed record ReportRequest(string? WorkflowInstanceId, string[]? ActivityNodeIds)
{
    public Guid Instance => ElsaIds.Read(WorkflowInstanceId);
}
