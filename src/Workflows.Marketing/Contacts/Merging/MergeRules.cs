using Workflows.Expressions;
using Workflows.Rules.Catalog;

namespace Workflows.Marketing.Contacts;

/// <summary>Asks the rule set <c>identity-merge</c> what to do with two contacts to whom an event gave one name (S0-53).</summary>
public sealed class MergeRules(RuleSetCatalog ruleSets)
{
    /// <summary>The name under which the rules are published.</summary>
    public const string Name = "identity-merge";

    /// <summary><c>merge</c>, a <see cref="MergeEvidence"/>.</summary>
    public static RuleSetUse Use { get; } = new(InputShape.Of(("merge", typeof(MergeEvidence))));

    /// <summary>Decides; while no such rule set is in force, or none of its rules holds, a person has to.</summary>
    /// <returns>What to do, and the rule that said so (null for none).</returns>
    public async Task<(MergeDecision Decision, string? Rule)> DecideAsync(
        MergeEvidence evidence,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (await ruleSets.GetAsync(Name, now, cancellationToken) is not { } ruleSet)
        {
            return (MergeDecision.Propose, null);
        }

        var decision = ruleSet.Decide([new RuleInput("merge", evidence)]);
        return decision.SuccessEvent switch
        {
            "merge" => (MergeDecision.Merge, decision.Rule),
            "refuse" => (MergeDecision.Refuse, decision.Rule),
            _ => (MergeDecision.Propose, decision.Rule),
        };
    }
}
