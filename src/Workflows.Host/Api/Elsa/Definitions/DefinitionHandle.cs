namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>Names a version of a definition.</summary>
internal sealed record DefinitionHandle(string? DefinitionVersionId, string? DefinitionId);
