using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys.Checks;
using Workflows.Marketing.Ledger;
using Workflows.Rules.Catalog;
using Workflows.Rules.Model;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>What has to hold for a group-buy before it is published: its plan keeps to the policy, and no way leaves a team without its end.</summary>
internal sealed class GroupBuyCheck(RuleSetCatalog ruleSets)
{
    private static readonly (string Type, string Block)[] Steps =
    [
        ("Marketing.WaitForTeamResult", "Wait for the team"),
        ("Marketing.SettleGroupBuy", "Settle group-buy"),
        ("Marketing.RefundGroupBuy", "Refund group-buy"),
    ];

    private readonly GroupBuyPolicy _policy = new(ruleSets);

    public async Task<IReadOnlyList<Diagnostic>> CheckAsync(WorkflowGraph graph, CancellationToken cancellationToken)
    {
        List<Diagnostic> found = [];
        foreach (var node in graph.Nodes)
        {
            if (node.Activity is GroupBuyCampaign campaign)
            {
                found.AddRange(await PlanAsync(campaign, graph, cancellationToken));
                found.AddRange(MissingSteps(campaign, new JourneyMap(graph)));
            }
            else if (node.Activity is DrawFreeOrder lottery)
            {
                found.AddRange(Lottery(lottery, new TriggerIndexingContext(graph)));
            }
        }

        return found;
    }

    private async Task<IReadOnlyList<Diagnostic>> PlanAsync(
        GroupBuyCampaign campaign,
        WorkflowGraph graph,
        CancellationToken cancellationToken
    )
    {
        var context = new TriggerIndexingContext(graph);
        var plan = campaign.Read(context);
        if (Unwritten(campaign, plan, context) is { } unwritten)
        {
            return [unwritten];
        }

        List<Diagnostic> found = [];
        foreach (var terms in plan.Terms)
        {
            found.AddRange(
                (await _policy.BrokenAsync(terms, cancellationToken)).Select(rule => Broken(campaign, terms, rule))
            );
        }

        return found;
    }

    private static Diagnostic? Unwritten(GroupBuyCampaign campaign, GroupBuyPlan plan, TriggerIndexingContext context)
    {
        if (context.UnknownInputs.Count > 0)
        {
            return Found(
                GroupBuyCodes.NotWritten,
                $"The campaign's plan has to be written down, and '{context.UnknownInputs[0]}' is worked out at run time.",
                "Write the value itself: the shop and the policy have to know it before a team opens.",
                "S2-28",
                campaign.Id
            );
        }

        if (plan.Campaign.Length is 0 or > GroupBuyTerms.LongestCampaign)
        {
            return Found(
                GroupBuyCodes.NotWritten,
                $"The campaign needs a name of 1 to {GroupBuyTerms.LongestCampaign} characters.",
                "Fill in Campaign, for example spring-tea.",
                "S2-28",
                campaign.Id
            );
        }

        return
            plan.Terms.SelectMany(Prices).FirstOrDefault(price => price != 0 && !LedgerMoney.CanMove(price)) is var bad
            && bad != 0
            ? Found(
                GroupBuyCodes.NotWritten,
                $"{bad} is no price.",
                "Write an amount from 0 on, with at most four decimals.",
                "S2-28",
                campaign.Id
            )
            : null;
    }

    private static IEnumerable<decimal> Prices(GroupBuyTerms terms) =>
        [terms.SinglePrice, terms.MemberPrice, terms.LeaderPrice, .. terms.Tiers.Select(tier => tier.Price)];

    private static Diagnostic Broken(GroupBuyCampaign campaign, GroupBuyTerms terms, Rule rule) =>
        Found(
            GroupBuyCodes.AgainstPolicy,
            $"A team of {terms.Size} is against the rule '{rule.Name}' of {GroupBuyPolicy.Name}.",
            "Change the plan; or publish a groupbuy-policy that allows it, and answer for it.",
            rule.Properties.TryGetValue("source", out var source) ? source.ToString() : GroupBuyPolicy.Name,
            campaign.Id
        );

    private static IEnumerable<Diagnostic> MissingSteps(GroupBuyCampaign campaign, JourneyMap map)
    {
        var after = map
            .Blocks.Where(block => block.Id.Equals(campaign.Id, StringComparison.Ordinal))
            .SelectMany(map.After)
            .Select(block => block.Type)
            .ToHashSet(StringComparer.Ordinal);
        return Steps
            .Where(step => !after.Contains(step.Type))
            .Select(step =>
                Found(
                    GroupBuyCodes.StepMissing,
                    $"No way from the campaign leads to '{step.Block}'.",
                    "A team is waited for, settled where it came together, and refunded where it did not: connect the block.",
                    "S2-33",
                    campaign.Id
                )
            );
    }

    private static IEnumerable<Diagnostic> Lottery(DrawFreeOrder lottery, TriggerIndexingContext context)
    {
        if (context.Get(lottery.IsOn) && !context.Get(lottery.IsLegallyChecked))
        {
            yield return Found(
                GroupBuyCodes.NotChecked,
                "The lottery is on, and nobody has ticked its legal check.",
                "Have it checked that the law allows it, and tick Legal check done; or switch it off.",
                "S2-31",
                lottery.Id
            );
        }

        if (context.Get(lottery.Odds) is < 0 or > 1 or double.NaN || context.Get(lottery.Quota) < 0)
        {
            yield return Found(
                GroupBuyCodes.BadLottery,
                "The odds of a lottery lie between 0 and 1, and its quota is not below 0.",
                "Write for example 0.01 for one in a hundred.",
                "S2-31",
                lottery.Id
            );
        }
    }

    private static Diagnostic Found(string code, string message, string remedy, string source, string block) =>
        new(code, message, block, Remedy: remedy) { Source = source };
}
