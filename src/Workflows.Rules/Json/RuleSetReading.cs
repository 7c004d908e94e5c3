using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Model;

namespace Workflows.Rules.Json;

/// <summary>What came of reading a document.</summary>
/// <param name="RuleSets">The rule sets in the document's order; null when it cannot be read.</param>
/// <param name="Diagnostics">Why it cannot be read; empty when it can.</param>
public sealed record RuleSetReading(IReadOnlyList<RuleSet>? RuleSets, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether there are rule sets.</summary>
    [MemberNotNullWhen(true, nameof(RuleSets))]
    public bool Succeeded => RuleSets is not null;

    /// <summary>Whether the document is a list of rule sets rather than a single one.</summary>
    public bool IsList { get; init; }

    /// <summary>The JSON path of a rule set within the document.</summary>
    public string PathOf(int index) => PathOf(IsList, index);

    internal static string PathOf(bool isList, int index) =>
        isList ? string.Create(CultureInfo.InvariantCulture, $"$[{index}]") : "$";

    internal static RuleSetReading Failed(params IReadOnlyList<Diagnostic> diagnostics) => new(null, diagnostics);
}
