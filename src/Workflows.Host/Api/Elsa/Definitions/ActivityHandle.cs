namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>Names an activity.</summary>
internal sealed record ActivityHandle(string? ActivityNodeId, string? ActivityId);
