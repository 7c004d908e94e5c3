namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>A variable of an instance and its value.</summary>
internal sealed record ResolvedVariable(string Id, string Name, object? Value);
