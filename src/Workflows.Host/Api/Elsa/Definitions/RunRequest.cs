using System.Text.Json;
using Workflows.Expressions.Evaluation;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>How a workflow is to be started.</summary>
internal sealed record RunRequest(
    string? CorrelationId,
    string? Name,
    string? TriggerActivityId,
    string? VersionOptions,
    JsonElement? Input,
    int? Count
)
{
    private const int LargestCount = 1_000;

    /// <summary>How many instances to start.</summary>
    public int Instances => Math.Clamp(Count ?? 1, 1, LargestCount);

    public IReadOnlyDictionary<string, object?>? Inputs() =>
        Input is { ValueKind: JsonValueKind.Object } input
            ? input
                .EnumerateObject()
                .ToDictionary(member => member.Name, member => PlainJson.ToPlain(member.Value), StringComparer.Ordinal)
            : null;
}
