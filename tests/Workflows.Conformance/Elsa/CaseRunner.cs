using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Runtime.Definitions;

namespace Workflows.Conformance.Elsa;

/// <summary>Executes one recorded case.</summary>
internal static class CaseRunner
{
    public static async Task<IReadOnlyList<Mismatch>> RunAsync(JsonElement recorded)
    {
        var world = new World(IsTrue(recorded, "tokenFlow") ? FlowchartMode.TokenBased : FlowchartMode.CounterBased);
        var definition = recorded.GetProperty("definition");
        var loads = Children(recorded).Append(definition).All(world.Load);
        var isRefused = recorded.TryGetProperty("load", out var load) && load.ValueKind != JsonValueKind.Null;
        if (isRefused || !loads)
        {
            return isRefused == !loads
                ? []
                : [new Mismatch(0, "load", isRefused ? "refused" : "accepted", loads ? "accepted" : "refused")];
        }
        var mismatches = new List<Mismatch>();
        var feature = recorded.GetProperty("feature").GetString();
        var isUnordered = IsTrue(recorded, "unordered");
        var input = recorded.TryGetProperty("input", out var given) ? given : default;
        var steps = recorded.GetProperty("steps").EnumerateArray().ToArray();
        var observed = recorded.GetProperty("observed").EnumerateArray().ToArray();
        Guid? instance = null;
        for (var index = 0; index < steps.Length; index++)
        {
            world.BeginStep();
            instance = await StepAsync(world, definition, steps[index], input, instance);
            var expected = (JsonObject)JsonNode.Parse(observed[index].GetRawText())!;
            mismatches.AddRange(
                Grader.Compare(
                    index,
                    expected,
                    Observation.Of(world, instance),
                    isUnordered,
                    feature is not "variables"
                )
            );
        }
        return mismatches;
    }

    private static async Task<Guid?> StepAsync(
        World world,
        JsonElement definition,
        JsonElement step,
        JsonElement input,
        Guid? instance
    )
    {
        var action = step.EnumerateObject().First();
        switch (action.Name)
        {
            case "run":
                var given = action.Value.TryGetProperty("input", out var own) ? own : input;
                return await world.RunAsync(definition.GetProperty("definitionId").GetString()!, action.Value, given);
            case "event":
                await world.PublishAsync(action.Value);
                return instance ?? (world.Instances.Count > 0 ? world.Instances[0].Id : null);
            case "resume" when Target(world, action.Value, instance) is { } target:
                await world.ResumeAsync(target, action.Value);
                return instance;
            case "task" when instance is { } target:
                await world.ReportTaskAsync(target, action.Value);
                return instance;
            case "cancel" when instance is { } target:
                await world.CancelAsync(target);
                return instance;
            default:
                return instance;
        }
    }

    private static bool IsTrue(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static Guid? Target(World world, JsonElement step, Guid? instance) =>
        IsTrue(step, "child") ? world.Instances.Last(other => other.Id != instance).Id : instance;

    private static JsonElement[] Children(JsonElement recorded) =>
        recorded.TryGetProperty("children", out var children) && children.ValueKind == JsonValueKind.Array
            ? [.. children.EnumerateArray()]
            : [];
}
