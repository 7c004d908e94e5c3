using System.Text.Json;
using Workflows.Expressions.Evaluation;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>What came of a task.</summary>
internal sealed record TaskReport(JsonElement? Result)
{
    public object? Payload => Result is { } result ? PlainJson.ToPlain(result) : null;
}
