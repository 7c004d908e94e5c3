using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Service.Orders;

/// <summary>Asks the rule set <c>session-boundary</c> where in a chat one matter ends and the next begins (S0-57, S0-58).</summary>
/// <param name="ruleSets">The published rule sets.</param>
public sealed class SessionRules(RuleSetCatalog ruleSets)
{
    /// <summary>The name under which the rules are published.</summary>
    public const string Name = "session-boundary";

    /// <summary>The event of the rule that holds: <c>open</c>, <c>continue</c>, <c>reopen</c> or <c>ignore</c>; null where none does.</summary>
    /// <exception cref="FaultException">No such rule set is in force, or it failed.</exception>
    internal async ValueTask<string?> DecideAsync(
        Contact contact,
        ServiceMessage message,
        WorkOrder? latest,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var ruleSet =
            await ruleSets.GetAsync(Name, now, cancellationToken)
            ?? throw new FaultException("RuleSetMissing", $"No version of the rule set '{Name}' is in force.");
        var decision = ruleSet.Decide(RuleQuestion.Of(ruleSet, contact, now, new { message = Facts(message, latest) }));
        return decision.Message is { } failure
            ? throw new FaultException("RuleFailed", $"The rule set '{Name}' failed: {failure}")
            : decision.SuccessEvent;
    }

    private static object Facts(ServiceMessage message, WorkOrder? latest) =>
        new
        {
            isInbound = message.IsInbound,
            hasOrder = latest is not null,
            idleHours = latest is null ? 0 : Math.Max(0, (message.At - latest.LastAt).TotalHours),
            isSameTopic = latest?.Topic is { } topic && topic.Equals(message.Topic, StringComparison.OrdinalIgnoreCase),
        };
}
