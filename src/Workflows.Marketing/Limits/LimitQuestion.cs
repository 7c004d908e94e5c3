using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Limits.Rules;

namespace Workflows.Marketing.Limits;

/// <summary>One limit as it concerns one message.</summary>
/// <param name="Index">The limit's place among the rules.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Counter">Its counter for this message; null where nothing is counted.</param>
/// <param name="Adds">What sending the message would add.</param>
internal sealed record LimitQuestion(int Index, Limit Limit, CounterKey? Counter, LimitCount Adds)
{
    /// <summary>The limits that concern a message: those without a counter, and those that count it.</summary>
    public static IReadOnlyList<LimitQuestion> About(LimitedSend send, LimitRules rules)
    {
        var questions = new List<LimitQuestion>(rules.Limits.Count);
        for (var index = 0; index < rules.Limits.Count; index++)
        {
            var limit = rules.Limits[index];
            if (limit.Scope == LimitScope.None)
            {
                questions.Add(new LimitQuestion(index, limit, null, LimitCount.Zero));
            }
            else if (
                send.In(limit.Scope) is { } scope
                && rules.Adds(index, send) is { } adds
                && adds != LimitCount.Zero
            )
            {
                questions.Add(new LimitQuestion(index, limit, new CounterKey(send.Id.Tenant, limit.Code, scope), adds));
            }
        }

        return questions;
    }
}
