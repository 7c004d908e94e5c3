using System.Text.Json;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Inputs;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>Asks the rule set <c>groupbuy-policy</c> about a plan: the one published, or the one the product brings where none is. Never none.</summary>
public sealed class GroupBuyPolicy(RuleSetCatalog catalog)
{
    /// <summary>The name under which the rules are published.</summary>
    public const string Name = "groupbuy-policy";

    /// <summary>The event of a plan that may be published.</summary>
    internal const string Ok = "ok";

    private static readonly Lazy<RuleSet> Brought = new(() => RuleSetReader.Read(Text()).RuleSets![0]);

    private static readonly Lazy<PreparedRuleSet> Prepared = new(() =>
        new PreparedRuleSet(new RulesEngineJudge(), Brought.Value)
    );

    /// <summary>The rules that a plan breaks; none where it may be published.</summary>
    internal async Task<IReadOnlyList<Rule>> BrokenAsync(GroupBuyTerms terms, CancellationToken cancellationToken)
    {
        var published = await catalog.NewestAsync(Name, cancellationToken);
        var ruleSet = published?.RuleSet ?? Brought.Value;
        var shape = DeclaredInputs.ShapeOf(ruleSet, ContactRules.Shape)!;
        var question = JsonSerializer.SerializeToElement(QuestionOf(terms));
        var inputs = DeclaredInputs.Read(
            shape,
            question,
            new Dictionary<string, object?>(StringComparer.Ordinal),
            out var missing
        );
        var answer = missing is not null
            ? throw new RuleSetException(Name, [])
            : published?.Evaluate(inputs) ?? Prepared.Value.Evaluate(inputs, shape);
        var held = answer
            .Results.Where(result => result.IsSuccess && result.SuccessEvent is not Ok)
            .Select(result => result.Rule)
            .ToHashSet(StringComparer.Ordinal);
        return [.. ruleSet.Rules.Where(rule => held.Contains(rule.Name))];
    }

    /// <summary>What the rule set is asked about a team's terms.</summary>
    internal static Dictionary<string, object?> QuestionOf(GroupBuyTerms terms) =>
        new(StringComparer.Ordinal)
        {
            ["plan"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["size"] = terms.Size,
                ["leaderPrice"] = terms.LeaderPrice,
                ["memberPrice"] = terms.MemberPrice,
                ["singlePrice"] = terms.SinglePrice,
                ["price3"] = PriceFrom(terms, 3),
                ["price4"] = PriceFrom(terms, 4),
                ["price5"] = PriceFrom(terms, 5),
                ["hours"] = terms.Open.TotalHours,
            },
        };

    /// <summary>What the rule set is asked about a team of a size at one price.</summary>
    internal static Dictionary<string, object?> QuestionOf(int size, decimal price, double hours) =>
        new(StringComparer.Ordinal)
        {
            ["plan"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["size"] = size,
                ["leaderPrice"] = price,
                ["memberPrice"] = price,
                ["singlePrice"] = price,
                ["price3"] = null,
                ["price4"] = null,
                ["price5"] = null,
                ["hours"] = hours,
            },
        };

    private static decimal? PriceFrom(GroupBuyTerms terms, int headcount) =>
        terms.Tiers.FirstOrDefault(tier => tier.From == headcount)?.Price;

    private static string Text()
    {
        using var stream = typeof(GroupBuyPolicy).Assembly.GetManifestResourceStream($"{Name}.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
