using Workflows.WeComEmulator.Calls;

namespace Workflows.WeComEmulator.Customers;

/// <summary>The members' days with their customers, counted from what the emulator saw.</summary>
internal static class BehaviourDays
{
    private const long Day = 86_400;

    public static IEnumerable<object> Of(Call call, IReadOnlyList<string> members, long from, long to)
    {
        for (var start = from; start <= to; start += Day)
        {
            yield return On(call, members, start, start + Day);
        }
    }

    private static object On(Call call, IReadOnlyList<string> members, long start, long end)
    {
        bool Within(DateTimeOffset at) => at.ToUnixTimeSeconds() >= start && at.ToUnixTimeSeconds() < end;
        var words = call
            .Company.Log.Words.Where(word => word.Member is { } member && members.Contains(member) && Within(word.At))
            .ToList();
        var added = call.Company.Customers.Values.Sum(customer =>
            customer.Follows.Values.Count(relation => members.Contains(relation.UserId) && Within(relation.Since))
        );
        return new
        {
            stat_time = start,
            chat_cnt = words.Select(word => (word.Customer, word.Member)).Distinct().Count(),
            message_cnt = words.Count,
            reply_percentage = 0.0,
            avg_reply_time = 0,
            negative_feedback_cnt = 0,
            new_apply_cnt = added,
            new_contact_cnt = added,
        };
    }
}
