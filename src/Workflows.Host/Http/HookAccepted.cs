namespace Workflows.Host.Http;

/// <summary>Says that a request reached a workflow that did not answer it, at least not yet.</summary>
/// <param name="WorkflowInstanceId">The instance.</param>
internal sealed record HookAccepted(string WorkflowInstanceId);
