using System.Linq.Expressions;
using Workflows.Rules.Analysis.Reading;

namespace Workflows.Rules.Analysis;

/// <summary>Finds rules that draw a line at one value and disagree to which side the value itself belongs.</summary>
internal sealed class Seams(RuleRegions rules)
{
    public IEnumerable<Finding> Find() =>
        rules
            .Rules.SelectMany(rule => rules.Parts(rule.Rule).Select(part => Drawn(rule.Name, part)))
            .OfType<DrawnLine>()
            .GroupBy(drawn => (drawn.Line.Dimension.Key, drawn.Line.Threshold))
            .Select(Disagreement)
            .OfType<Finding>();

    private static Finding? Disagreement(IEnumerable<DrawnLine> drawn)
    {
        var sides = drawn.ToLookup(line => line.Line.Cut!.Value.IsAfter);
        foreach (var first in sides[false])
        {
            if (
                sides[true].FirstOrDefault(other => !string.Equals(other.Rule, first.Rule, StringComparison.Ordinal)) is
                { } second
            )
            {
                return new Finding(
                    FindingKind.Seam,
                    [first.Rule, second.Rule],
                    Sentences.Seam(first.Rule, first.Text, second.Rule, second.Text)
                );
            }
        }

        return null;
    }

    private DrawnLine? Drawn(string rule, Expression part) =>
        rules.Conditions.LineOf(part) is { Cut: not null } line ? new DrawnLine(rule, line, LambdaText.Of(part)) : null;

    private sealed record DrawnLine(string Rule, Line Line, string Text);
}
