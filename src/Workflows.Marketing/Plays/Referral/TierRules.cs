using System.Globalization;
using System.Text.Json;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Inputs;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Plays.Referral;

/// <summary>Asks the rule set of a distribution for tiers and rates, in the version that was in force at the moment asked about.</summary>
/// <param name="catalog">The rule sets.</param>
/// <param name="name">The rule set.</param>
internal sealed class TierRules(RuleSetCatalog catalog, string name)
{
    private const int RateDecimals = 6;

    // Many orders of a batch are of few distributors.
    private readonly Dictionary<(int Version, ReferralLevel Level, Standing Standing), TierDecision> _known = [];

    /// <summary>The rule set's name.</summary>
    public string Name => name;

    /// <summary>The tier and the rate.</summary>
    /// <exception cref="FaultException">No version was in force, or the rule set does not answer with a share.</exception>
    public async ValueTask<TierDecision> DecideAsync(
        ReferralLevel level,
        Standing standing,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var ruleSet =
            await catalog.GetAsync(name, at, cancellationToken)
            ?? throw new FaultException(
                "RuleSetMissing",
                $"No version of the rule set '{name}' is in force at {at.ToString("O", CultureInfo.InvariantCulture)}."
            );
        var key = (ruleSet.Version, level, standing);
        if (!_known.TryGetValue(key, out var decision))
        {
            _known.Add(key, decision = Ask(ruleSet, (int)level, standing));
        }

        return decision;
    }

    /// <summary>The inputs of a question about a distributor; null where the rule set wants to know something else.</summary>
    internal static IReadOnlyList<RuleInput>? Inputs(Rules.Model.RuleSet ruleSet, int level, Standing standing)
    {
        var inputs = DeclaredInputs.Read(
            DeclaredInputs.ShapeOf(ruleSet, ContactRules.Shape)!,
            JsonSerializer.SerializeToElement(
                new
                {
                    distributor = new
                    {
                        level,
                        orders = standing.Orders,
                        sales = standing.Sales,
                    },
                }
            ),
            new Dictionary<string, object?>(StringComparer.Ordinal),
            out var missing
        );
        return missing is null ? inputs : null;
    }

    /// <summary>The share a rule set worked out; null where it is none.</summary>
    internal static decimal? Rate(object? output)
    {
        try
        {
            var rate = decimal.Round(Convert.ToDecimal(output, CultureInfo.InvariantCulture), RateDecimals);
            return rate is >= 0m and <= 1m ? rate : null;
        }
        catch (Exception none) when (none is InvalidCastException or FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>What the rule of a tier gives besides its rate; null for nothing.</summary>
    private static string? PrizeOf(Rules.Model.RuleSet ruleSet, string? rule) =>
        ruleSet
            .Rules.FirstOrDefault(one => one.Name.Equals(rule, StringComparison.Ordinal))
            ?.Properties.GetValueOrDefault("prize")
            is { ValueKind: JsonValueKind.String } prize
            ? prize.GetString()
            : null;

    private TierDecision Ask(PublishedRuleSet ruleSet, int level, Standing standing)
    {
        var inputs =
            Inputs(ruleSet.RuleSet, level, standing)
            ?? throw new FaultException(
                "InputMissing",
                $"The rule set '{name}' has to ask about distributor.level, distributor.orders and distributor.sales only."
            );
        var decision = ruleSet.Decide(inputs);
        return decision.Message is null && Rate(decision.Output ?? 0m) is { } rate
            ? new TierDecision(
                decision.SuccessEvent ?? "",
                rate,
                ruleSet.Version,
                PrizeOf(ruleSet.RuleSet, decision.Rule)
            )
            : throw new FaultException(
                "BadRate",
                $"The rule set '{name}' has to work out a share from 0 to 1: {decision.Message ?? decision.Output}."
            );
    }
}
