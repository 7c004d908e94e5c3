using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Json;

/// <summary>Which activity types a designer knows, and in which version: a type it does not know leaves its whole canvas blank.</summary>
/// <param name="activities">The activity types.</param>
/// <param name="usable">The published workflows that may be used as activities.</param>
public sealed class DesignerPalette(ActivityCatalog activities, IEnumerable<WorkflowDefinition> usable)
{
    private readonly Dictionary<string, int> _workflows = usable
        .GroupBy(definition => Words.Pascal(definition.Name), StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First().Version, StringComparer.Ordinal);

    /// <summary>The version in which the designer knows a type; null where it does not.</summary>
    /// <param name="typeName">The type.</param>
    /// <param name="version">The version the document asks for.</param>
    internal int? VersionOf(string typeName, int version) =>
        activities.Find(typeName, version) is { } known ? known.Version
        : activities.Knows(typeName) ? null
        // A workflow used as an activity is always the version that is published.
        : _workflows.TryGetValue(typeName, out var published) ? published
        : null;
}
