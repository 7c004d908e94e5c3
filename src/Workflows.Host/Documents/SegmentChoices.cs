using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Segments;

namespace Workflows.Host.Documents;

/// <summary>The segments of a rule set, one a rule, or the mistakes in it.</summary>
/// <param name="RuleSet">The rule set's name.</param>
/// <param name="Segments">In the order of the rules; empty where there are errors.</param>
/// <param name="Diagnostics">Every mistake.</param>
internal sealed record SegmentChoices(
    string RuleSet,
    IReadOnlyList<Segment> Segments,
    IReadOnlyList<Diagnostic> Diagnostics
)
{
    /// <summary>The segment of a rule, by its name or event; without one, the only one there is.</summary>
    /// <returns>The segment, or every mistake.</returns>
    public SegmentReading Choose(string? rule)
    {
        if (Segments.Count == 0)
        {
            return new SegmentReading(null, Diagnostics);
        }

        var chosen = rule is null ? null : Segments.FirstOrDefault(segment => Is(segment.Rule, rule));
        chosen ??= rule is null ? null : Segments.FirstOrDefault(segment => Is(segment.SuccessEvent, rule));
        chosen ??= rule is null && Segments.Count == 1 ? Segments[0] : null;
        return chosen is null
            ? new SegmentReading(null, [.. Diagnostics, Missing(rule)])
            : new SegmentReading(chosen, Diagnostics);
    }

    private static bool Is(string name, string wanted) => name.Equals(wanted, StringComparison.OrdinalIgnoreCase);

    private Diagnostic Missing(string? rule) =>
        new(
            SegmentCodes.NoSuchRule,
            rule is null
                ? $"The rule set '{RuleSet}' has several rules."
                : $"The rule set '{RuleSet}' has no enabled rule '{rule}'.",
            Remedy: $"Name one of: {string.Join(", ", Segments.Select(segment => segment.Rule))}."
        );
}
