using System.Text.Json;
using Workflows.Expressions.Evaluation;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>Which bookmark to resume, and with what.</summary>
internal sealed record BookmarkResume(string? WorkflowInstanceId, string BookmarkId, JsonElement? Input)
{
    public Guid Instance => ElsaIds.Read(WorkflowInstanceId);

    public IReadOnlyDictionary<string, object?>? Inputs() =>
        Input is { } input ? PlainJson.ToPlain(input) as IReadOnlyDictionary<string, object?> : null;
}
