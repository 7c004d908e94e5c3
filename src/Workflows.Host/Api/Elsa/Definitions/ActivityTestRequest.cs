namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>Which activity of which version is to be tried.</summary>
internal sealed record ActivityTestRequest(DefinitionHandle? WorkflowDefinitionHandle, ActivityHandle? ActivityHandle);
