using System.Text.Json;
using Workflows.Expressions.Evaluation;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>What an event carries.</summary>
internal sealed record EventRequest(string? CorrelationId, JsonElement? Input)
{
    public object? Payload => Input is { } input ? PlainJson.ToPlain(input) : null;
}
