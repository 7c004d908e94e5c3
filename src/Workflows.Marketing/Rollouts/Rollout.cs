using System.Text.Json;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Rollouts;

/// <summary>Where a journey is done: the member <c>rollout</c> of its settings (S1-23).</summary>
/// <param name="Pilot">The pilot that has to pass before it goes to more stores.</param>
/// <param name="Stores">The ids of its stores; null for all there are.</param>
public sealed record Rollout(string Pilot, IReadOnlyList<string>? Stores)
{
    /// <summary>How all stores are written.</summary>
    public const string AllStores = "all";

    private const string Member = "rollout";

    /// <summary>Whether a journey says anything about it.</summary>
    public static bool IsSaid(WorkflowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return definition.CustomProperties.ValueKind == JsonValueKind.Object
            && definition.CustomProperties.TryGetProperty(Member, out var rollout)
            && rollout.ValueKind != JsonValueKind.Null;
    }

    /// <summary>Reads <c>{ "pilot": "spring", "stores": ["s-01", …] }</c>, or <c>"stores": "all"</c>; null where it says nothing, or something else.</summary>
    public static Rollout? Read(WorkflowDefinition definition) =>
        IsSaid(definition)
        && definition.CustomProperties.GetProperty(Member) is { ValueKind: JsonValueKind.Object } rollout
        && rollout.TryGetProperty("pilot", out var pilot)
        && pilot.ValueKind == JsonValueKind.String
        && pilot.GetString()!.Trim() is { Length: > 0 } name
        && rollout.TryGetProperty("stores", out var stores)
            ? stores.ValueKind switch
            {
                JsonValueKind.String when stores.ValueEquals(AllStores) => new Rollout(name, null),
                JsonValueKind.Array when stores.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String) =>
                    new Rollout(
                        name,
                        [
                            .. stores
                                .EnumerateArray()
                                .Select(one => one.GetString()!.Trim())
                                .Distinct(StringComparer.Ordinal),
                        ]
                    ),
                _ => null,
            }
            : null;
}
