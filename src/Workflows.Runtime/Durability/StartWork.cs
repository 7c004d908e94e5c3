using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Durability;

/// <summary>Which definition to start, and with what.</summary>
/// <param name="DefinitionId">The definition; its published version is meant.</param>
/// <param name="Options">What the instance starts with, its id included: starting an id twice starts once.</param>
public sealed record StartWork(string DefinitionId, StartOptions Options) : WorkPayload;
