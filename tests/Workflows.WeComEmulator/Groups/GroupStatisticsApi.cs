using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Log;

namespace Workflows.WeComEmulator.Groups;

/// <summary>Group figures, by owner and by day.</summary>
internal static class GroupStatisticsApi
{
    private const long Day = 86_400;

    public static IEnumerable<ApiMethod> Methods { get; } =
    [
        ApiMethod.Post("externalcontact/groupchat/statistic", ByOwner),
        ApiMethod.Post("externalcontact/groupchat/statistic_group_by_day", ByDay),
    ];

    private static JsonObject ByOwner(Call call)
    {
        var (from, to) = Days(call);
        var items = Asked(call)
            .GroupBy(group => group.Owner)
            .Select(groups => new { owner = groups.Key, data = Data(call, [.. groups], from, to) })
            .ToList();
        var offset = (int)(call.Body.Number("offset") ?? 0);
        var page = items.Skip(offset).Take(call.Body.Limit(1_000, 500)).ToList();
        return Answer.Ok(
            new
            {
                total = items.Count,
                next_offset = offset + page.Count,
                items = page,
            }
        );
    }

    private static JsonObject ByDay(Call call)
    {
        var (from, to) = Days(call);
        var groups = Asked(call);
        List<object> items = [];
        for (var day = from; day < to; day += Day)
        {
            items.Add(new { stat_time = day, data = Data(call, groups, day, day + Day) });
        }

        return Answer.Ok(new { items });
    }

    private static (long From, long To) Days(Call call)
    {
        var from = call.Body.Number("day_begin_time") ?? throw RefusedException.Missing("day_begin_time");
        var to = (call.Body.Number("day_end_time") ?? from) + Day;
        return to - from is > 0 and <= 31 * Day
            ? (from, to)
            : throw RefusedException.Wrong("day_end_time", "must be within 30 days of day_begin_time");
    }

    private static List<CustomerGroup> Asked(Call call)
    {
        var owners = GroupApi.Owners(call);
        return owners.Count == 0
            ? throw RefusedException.Missing("owner_filter")
            : [.. call.Company.Groups.Values.Where(group => owners.Contains(group.Owner))];
    }

    private static object Data(Call call, List<CustomerGroup> groups, long from, long to)
    {
        bool Within(DateTimeOffset at) => at.ToUnixTimeSeconds() >= from && at.ToUnixTimeSeconds() < to;
        var messages = groups.ToDictionary(group => group.ChatId, group => Messages(call, group, Within));
        return new
        {
            new_chat_cnt = groups.Count(group => Within(group.CreatedAt)),
            chat_total = groups.Count,
            chat_has_msg = messages.Values.Count(count => count > 0),
            new_member_cnt = groups.Sum(group => group.Members.Count(member => Within(member.JoinedAt))),
            member_total = groups.Sum(group => group.Count),
            member_has_msg = call
                .Company.Log.Words.Where(word => word.Group is { } id && messages.ContainsKey(id) && Within(word.At))
                .Select(word => word.Customer)
                .Distinct()
                .Count(),
            msg_total = messages.Values.Sum(),
            migrate_trainee_chat_cnt = 0,
        };
    }

    private static int Messages(Call call, CustomerGroup group, Func<DateTimeOffset, bool> within) =>
        call.Company.Log.Of(group.ChatId).Count((LoggedMessage message) => within(message.At))
        + call.Company.Log.Words.Count(word =>
            within(word.At) && string.Equals(word.Group, group.ChatId, StringComparison.Ordinal)
        );
}
