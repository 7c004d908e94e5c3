using System.Globalization;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Journeys;

/// <summary>How blocks ask a published rule set about the contact of their run.</summary>
internal static class RuleAsking
{
    /// <summary>Asks, and writes down in the journal what was asked and answered.</summary>
    /// <param name="context">The run.</param>
    /// <param name="name">The rule set's name.</param>
    /// <param name="further">What it asks about besides the contact and the time, or null.</param>
    /// <exception cref="FaultException">There is no such rule set in force, an input is missing, or a rule failed.</exception>
    public static async ValueTask<RuleDecision> AskAsync(
        this ActivityExecutionContext context,
        string name,
        object? further
    )
    {
        var catalog = context.GetRequiredService<RuleSetCatalog>();
        var ruleSet =
            await catalog.GetAsync(name, context.Now, context.CancellationToken)
            ?? throw new FaultException(
                "RuleSetMissing",
                await catalog.NewestAsync(name, context.CancellationToken) is null
                    ? $"No rule set named '{name}' is published."
                    : $"No version of the rule set '{name}' is in force at {context.Now.ToString("O", CultureInfo.InvariantCulture)}."
            );

        var decision = ruleSet.Decide(RuleQuestion.Of(ruleSet, context.Contact(), context.Now, further));
        context.JournalData["ruleSet"] = ruleSet.Name;
        context.JournalData["version"] = ruleSet.Version;
        if (decision.Message is { } failure)
        {
            throw new FaultException("RuleFailed", $"The rule set '{name}' failed: {failure}");
        }

        context.JournalData["rule"] = decision.Rule;
        context.JournalData["output"] = decision.Output;
        return decision;
    }
}
