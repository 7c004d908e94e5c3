using System.Text.Json;

namespace Workflows.Rules.Model;

/// <summary>A named list of rules that are asked together: one RulesEngine document.</summary>
public sealed record RuleSet
{
    /// <summary>The name under which the rule set is published; unique, case-insensitive.</summary>
    public required string Name { get; init; }

    /// <summary>Named values every rule of the set may use; a later one may use the earlier ones.</summary>
    public IReadOnlyList<ScopedParam> GlobalParams { get; init; } = [];

    /// <summary>The rules in the order of the document.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>Names of rule sets whose rules are appended to this one's.</summary>
    public IReadOnlyList<string> Includes { get; init; } = [];

    /// <summary>From when this version is in force: a day or an instant, as written; null for ever since.</summary>
    public string? ValidFrom { get; init; }

    /// <summary>Until when this version is in force, exclusively; null for ever after.</summary>
    public string? ValidTo { get; init; }

    /// <summary>Properties of the document that we do not know; they are written back as they were.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = NoProperties;

    internal static IReadOnlyDictionary<string, JsonElement> NoProperties { get; } =
        new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}
