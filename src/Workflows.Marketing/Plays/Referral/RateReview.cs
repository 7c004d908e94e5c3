using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Inputs;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Rules.Validation;

namespace Workflows.Marketing.Plays.Referral;

/// <summary>
/// What a rule set about distributors may not say: that somebody beyond the second level is paid, that heads are paid for, that a share is more than
/// the order. It is asked around every number in its text, for levels there are not.
/// </summary>
public static partial class RateReview
{
    private const string Input = "distributor";
    private const int MostNumbers = 8;

    private static readonly string[] Known = ["level", "orders", "sales"];
    private static readonly int[] Beyond = [3, 4, 9];

    private static readonly string[] Heads =
    [
        "invite",
        "recruit",
        "head",
        "team",
        "downline",
        "member",
        "fee",
        "deposit",
        "人头",
        "下线",
        "入门费",
        "入会费",
        "团队",
    ];

    private static readonly RulesEngineJudge Judge = new();

    /// <summary>Everything that is wrong with a rule set; nothing where it is not about distributors.</summary>
    /// <param name="ruleSet">The rule set; it type-checks.</param>
    /// <param name="path">The JSON path at which it stands.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static ValueTask<IReadOnlyList<Diagnostic>> ReviewAsync(
        RuleSet ruleSet,
        string path,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        if (Inputs(ruleSet) is not { } inputs)
        {
            return ValueTask.FromResult<IReadOnlyList<Diagnostic>>([]);
        }

        Diagnostic[] wanted =
        [
            .. inputs.Except(Known, StringComparer.OrdinalIgnoreCase).Select(name => Unfit(name, path)),
        ];
        return ValueTask.FromResult<IReadOnlyList<Diagnostic>>(
            wanted.Length > 0 || ruleSet.Includes.Count > 0 ? wanted : [.. Rates(ruleSet, path).Take(1)]
        );
    }

    private static string[]? Inputs(RuleSet ruleSet) =>
        ruleSet.Extra.FirstOrDefault(member => member.Key.Equals("Inputs", StringComparison.OrdinalIgnoreCase)).Value
            is { ValueKind: JsonValueKind.Object } declared
        && declared.TryGetProperty(Input, out var record)
        && record.ValueKind == JsonValueKind.Object
            ? [.. record.EnumerateObject().Select(member => member.Name)]
            : null;

    private static Diagnostic Unfit(string name, string path) =>
        Heads.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? new Diagnostic(
                ReferralCodes.Heads,
                $"'{name}' would pay for people instead of sales.",
                $"{path}.Inputs.{Input}.{name}",
                Remedy: "Decide by orders and sales of those the distributor brought itself."
            )
            {
                Source = "禁止传销条例 Art. 7",
            }
            : new Diagnostic(
                ReferralCodes.Rates,
                $"A distributor has no '{name}'.",
                $"{path}.Inputs.{Input}.{name}",
                Remedy: $"There are {string.Join(", ", Known)}."
            )
            {
                Source = "S2-36",
            };

    private static IEnumerable<Diagnostic> Rates(RuleSet ruleSet, string path)
    {
        var prepared = new PreparedRuleSet(Judge, ruleSet);
        var shape = DeclaredInputs.ShapeOf(ruleSet, ContactRules.Shape)!;
        var numbers = Numbers(ruleSet);
        foreach (var level in Beyond.Concat([1, 2]))
        {
            foreach (var orders in numbers)
            {
                foreach (var sales in numbers)
                {
                    var standing = new Standing((int)Math.Min(orders, int.MaxValue), sales);
                    var decision = prepared.Decide(TierRules.Inputs(ruleSet, level, standing)!, shape);
                    var rate = TierRules.Rate(decision.Output ?? 0m);
                    if (level > ReferralProgram.MostLevels ? rate is not 0m : rate is null)
                    {
                        yield return level > ReferralProgram.MostLevels
                            ? Deep(level, path)
                            : NoShare(decision.Rule, path);
                    }
                }
            }
        }
    }

    // Where a condition turns is written in the text: the numbers there, and what lies just beyond.
    private static decimal[] Numbers(RuleSet ruleSet) =>
        [
            .. RuleTexts
                .Of(ruleSet, "$")
                .SelectMany(one => Number().Matches(one.Text))
                .Select(found => decimal.Parse(found.Value, CultureInfo.InvariantCulture))
                .Distinct()
                .OrderDescending()
                .Take(MostNumbers)
                .SelectMany(number => new[] { decimal.Floor(number), decimal.Floor(number) + 1m })
                .Append(0m)
                .Append(10_000_000m)
                .Distinct(),
        ];

    private static Diagnostic Deep(int level, string path) =>
        new(
            ReferralCodes.Levels,
            string.Create(CultureInfo.InvariantCulture, $"The rule set pays at level {level}."),
            $"{path}.Rules",
            Remedy: "Two levels are paid, never more: let the rates of others be 0."
        )
        {
            Source = "S2-34",
        };

    private static Diagnostic NoShare(string? rule, string path) =>
        new(
            ReferralCodes.Rates,
            $"'{rule}' works out what is no share of an order.",
            $"{path}.Rules",
            Remedy: "A rate is a number from 0 to 1, for example 0.05."
        )
        {
            Source = "S2-36",
        };

    [GeneratedRegex(@"(?<![\w.])\d{1,9}(?:\.\d{1,6})?(?![\w.])", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Number();
}
