using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Json;

/// <summary>Checks that activities have types and that ids within one container differ, before anything is built from them.</summary>
internal static class StructureReader
{
    public static void Check(JsonElement activity, string path, List<Diagnostic> diagnostics)
    {
        if (activity.ValueKind != JsonValueKind.Object)
        {
            return;
        }
        if (activity.Member("type").ValueKind != JsonValueKind.String)
        {
            diagnostics.Add(
                new Diagnostic(
                    WorkflowCodes.MissingMember,
                    $"The activity '{activity.Member("id").AsText()}' has no type.",
                    path,
                    Remedy: "Remove it, or export the definition again."
                )
            );
        }
        VariableReader.ReadAll(activity.Member("variables"), $"{path}.variables", diagnostics);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var child in activity.Member("activities").Items())
        {
            var childPath = $"{path}.activities[{index++}]";
            if (child.Member("id").AsText() is { } id && !ids.Add(id))
            {
                diagnostics.Add(
                    new Diagnostic(
                        WorkflowCodes.DuplicateId,
                        $"Two activities have the id '{id}'.",
                        childPath,
                        Remedy: "Give one of them another id; in the designer, delete it and draw it again."
                    )
                );
            }
            Check(child, childPath, diagnostics);
        }
        foreach (var member in activity.EnumerateObject())
        {
            CheckMember(member, path, diagnostics);
        }
    }

    private static void CheckMember(JsonProperty member, string path, List<Diagnostic> diagnostics)
    {
        if (member.Name is "activities" or "metadata" or "customProperties" || !IsActivity(member.Value))
        {
            return;
        }
        Check(member.Value, $"{path}.{member.Name}", diagnostics);
    }

    private static bool IsActivity(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.Member("id").ValueKind == JsonValueKind.String
        && json.Member("type").ValueKind == JsonValueKind.String;
}
