using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Content;

namespace Workflows.WeComEmulator.Ways;

/// <summary>Links of the acquisition assistant (获客助手).</summary>
internal static class AcquisitionApi
{
    private const string Root = "externalcontact/customer_acquisition";
    private const int LongestName = 30;

    public static IEnumerable<ApiMethod> Methods { get; } =
    [
        ApiMethod.Post($"{Root}/create_link", Create),
        ApiMethod.Post($"{Root}/update_link", Update),
        ApiMethod.Post($"{Root}/delete_link", Delete),
        ApiMethod.Post($"{Root}/list_link", List),
        ApiMethod.Post($"{Root}/get", Get),
        ApiMethod.Post($"{Root}/customer", Customers),
        ApiMethod.Post($"{Root}/statistic", Statistic),
        ApiMethod.Post($"{Root}/get_chat_info", ChatInfo),
        ApiMethod.Get($"{Root}_quota", Quota),
    ];

    private static JsonObject Create(Call call)
    {
        var name = Sizes.Characters("link_name", call.Body.Required("link_name"), LongestName);
        var link = new AcquisitionLink(call.Company.Ids.Next("ca", 24), name, call.Now);
        Fill(call, link);
        call.Company.Ways.Links[link.LinkId] = link;
        return Answer.Ok(
            new
            {
                link = new
                {
                    link_id = link.LinkId,
                    link_name = link.Name,
                    url = link.Url,
                    create_time = link.CreatedAt.ToUnixTimeSeconds(),
                },
            }
        );
    }

    private static JsonObject Update(Call call)
    {
        var link = Find(call);
        link.Name = Sizes.OptionalCharacters("link_name", call.Body.Text("link_name"), LongestName) ?? link.Name;
        Fill(call, link);
        return Answer.Ok();
    }

    private static void Fill(Call call, AcquisitionLink link)
    {
        if (call.Body.Part("range") is { } range)
        {
            link.Users = [.. range.Texts("user_list").Select(user => call.Member(user).UserId)];
            link.Departments = range.Numbers("department_list");
        }

        if (link.Users.Count == 0 && link.Departments.Count == 0)
        {
            throw RefusedException.Missing("range");
        }

        link.SkipVerify = !call.Body.Has("skip_verify") || call.Body.Flag("skip_verify");
        link.MarkSource = !call.Body.Has("mark_source") || call.Body.Flag("mark_source");
        link.Priority = call.Body.Raw("priority_option") ?? link.Priority;
    }

    private static JsonObject Delete(Call call)
    {
        call.Company.Ways.Links.Remove(Find(call).LinkId);
        return Answer.Ok();
    }

    private static JsonObject List(Call call)
    {
        var (page, next) = Paging.Of(
            [.. call.Company.Ways.Links.Keys],
            call.Body.Text("cursor"),
            call.Body.Limit(100, 100)
        );
        return Answer.Ok(new { link_id_list = page, next_cursor = next });
    }

    private static JsonObject Get(Call call)
    {
        var link = Find(call);
        return Answer.Ok(
            new
            {
                link = new
                {
                    link_name = link.Name,
                    url = link.Url,
                    create_time = link.CreatedAt.ToUnixTimeSeconds(),
                    skip_verify = link.SkipVerify,
                    mark_source = link.MarkSource,
                },
                range = new { user_list = link.Users, department_list = link.Departments },
                priority_option = link.Priority,
            }
        );
    }

    private static JsonObject Customers(Call call)
    {
        var (page, next) = Paging.Of(Find(call).Customers, call.Body.Text("cursor"), call.Body.Limit(1_000, 1_000));
        return Answer.Ok(
            new
            {
                customer_list = page.Select(came => new
                {
                    external_userid = came.Customer,
                    userid = came.Member,
                    chat_status = HasSpoken(call, came.Customer, came.Member) ? 1 : 0,
                    state = came.State,
                }),
                next_cursor = next,
            }
        );
    }

    private static bool HasSpoken(Call call, string customer, string member) =>
        call.Company.Log.Words.Any(word =>
            string.Equals(word.Customer, customer, StringComparison.Ordinal)
            && string.Equals(word.Member, member, StringComparison.Ordinal)
        );

    private static JsonObject Statistic(Call call)
    {
        var link = Find(call);
        return Answer.Ok(new { click_link_customer_cnt = link.Clicks, new_customer_cnt = link.Customers.Count });
    }

    private static JsonObject Quota(Call call)
    {
        var ways = call.Company.Ways;
        var balance = ways.AcquisitionTotal - ways.Links.Values.Sum(link => link.Customers.Count);
        var expires = call.Now.AddDays(365).ToUnixTimeSeconds();
        return Answer.Ok(
            new
            {
                total = ways.AcquisitionTotal,
                balance,
                quota_list = new[] { new { expire_date = expires, balance } },
            }
        );
    }

    /// <summary>The key of a chat is its customer's and link's ids, which only the event tells.</summary>
    private static JsonObject ChatInfo(Call call)
    {
        var parts = call.Body.Required("chat_key").Split('/');
        if (parts.Length != 2 || !call.Company.Ways.Links.TryGetValue(parts[0], out var link))
        {
            throw new RefusedException(ErrorCodes.BadParameter);
        }

        var came = link.Customers.Find(someone => string.Equals(someone.Customer, parts[1], StringComparison.Ordinal));
        return Answer.Ok(
            new
            {
                userid = came.Member,
                external_userid = came.Customer,
                chat_info = new
                {
                    recv_msg_cnt = call.Company.Log.Words.Count(word =>
                        string.Equals(word.Customer, came.Customer, StringComparison.Ordinal)
                    ),
                    link_id = link.LinkId,
                    state = came.State,
                },
            }
        );
    }

    private static AcquisitionLink Find(Call call) =>
        call.Company.Ways.Links.GetValueOrDefault(call.Body.Required("link_id"))
        ?? throw new RefusedException(ErrorCodes.BadParameter);
}
