using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Segments;
using Workflows.Rules.Catalog;
using Workflows.Rules.Json;
using Workflows.Rules.Model;

namespace Workflows.Host.Documents;

/// <summary>Where the rules of a segment come from: a published rule set, a document at hand, or one condition.</summary>
internal sealed class SegmentSource(IRuleSetStore published)
{
    /// <summary>What the one rule of a bare condition is called.</summary>
    public const string Condition = "where";

    /// <summary>The segment of those for whom a condition holds.</summary>
    public static SegmentReading OfCondition(string condition) =>
        Segment.Of(
            new RuleSet { Name = Condition, Rules = [new Rule { Name = Condition, Expression = condition }] },
            Condition
        );

    /// <summary>The segments of a published rule set.</summary>
    /// <returns>Null where no rule set has the name.</returns>
    public async Task<SegmentChoices?> FindAsync(string name, SegmentChoice choice, CancellationToken cancellationToken)
    {
        if (await published.FindAsync(name, cancellationToken) is not { } version)
        {
            return null;
        }

        var others = await OthersAsync(cancellationToken);
        return RuleSetReader.Read(version.Json).RuleSets is [var ruleSet] ? Choices(ruleSet, choice, others) : null;
    }

    /// <summary>The segments of a document with one rule set, which may include others of the document and published ones.</summary>
    /// <param name="json">A RulesEngine document.</param>
    /// <param name="name">Which rule set of it; null for its only one.</param>
    /// <param name="choice">Whether rules before each matter.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<SegmentChoices> ReadAsync(
        string json,
        string? name,
        SegmentChoice choice,
        CancellationToken cancellationToken
    )
    {
        var reading = RuleSetReader.Read(json);
        if (!reading.Succeeded)
        {
            return new SegmentChoices("", [], reading.Diagnostics);
        }

        var wanted = reading
            .RuleSets.Where(ruleSet => name is null || ruleSet.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .ToArray();
        return wanted is [var one]
            ? Choices(one, choice, [.. reading.RuleSets, .. await OthersAsync(cancellationToken)])
            : new SegmentChoices("", [], [NotOne(reading.RuleSets)]);
    }

    private static SegmentChoices Choices(RuleSet ruleSet, SegmentChoice choice, IReadOnlyList<RuleSet> others)
    {
        var diagnostics = Segment.AllOf(
            ruleSet,
            out var segments,
            choice,
            [.. others.Where(other => !other.Name.Equals(ruleSet.Name, StringComparison.OrdinalIgnoreCase))]
        );
        return new SegmentChoices(ruleSet.Name, segments, diagnostics);
    }

    private async Task<IReadOnlyList<RuleSet>> OthersAsync(CancellationToken cancellationToken) =>
        [
            .. (await published.ListAsync(cancellationToken)).SelectMany(version =>
                RuleSetReader.Read(version.Json).RuleSets ?? []
            ),
        ];

    private static Diagnostic NotOne(IReadOnlyList<RuleSet> ruleSets) =>
        new(
            SegmentCodes.NoSuchRuleSet,
            "The document has not exactly one rule set of this name.",
            Remedy: $"Name one of: {string.Join(", ", ruleSets.Select(ruleSet => ruleSet.Name))}."
        );
}
