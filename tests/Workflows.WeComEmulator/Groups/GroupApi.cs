using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;

namespace Workflows.WeComEmulator.Groups;

/// <summary>Customer groups: list and detail.</summary>
internal static class GroupApi
{
    private const int MostMembersWithoutFilter = 1_000;

    public static IEnumerable<ApiMethod> Methods { get; } =
    [
        ApiMethod.Post("externalcontact/groupchat/list", List),
        ApiMethod.Post("externalcontact/groupchat/get", Get),
        ApiMethod.Post("externalcontact/opengid_to_chatid", FromOpenGid),
    ];

    private static JsonObject List(Call call)
    {
        var owners = Owners(call);
        var status = call.Body.Number("status_filter") ?? 0;
        var groups = call
            .Company.Groups.Values.Where(group => call.App.Sees(group.Owner))
            .Where(group => owners.Count == 0 || owners.Contains(group.Owner))
            .Where(group => status == 0 || group.Status == status)
            .ToList();
        if (!call.Body.Has("limit"))
        {
            throw RefusedException.Missing("limit");
        }

        var (page, next) = Paging.Of(groups, call.Body.Text("cursor"), call.Body.Limit(1_000, 1_000));
        return Answer.Ok(
            new
            {
                group_chat_list = page.Select(group => new { chat_id = group.ChatId, status = group.Status }),
                next_cursor = next,
            }
        );
    }

    public static IReadOnlyList<string> Owners(Call call)
    {
        var owners = call.Body.Part("owner_filter")?.Texts("userid_list") ?? [];
        if (owners.Count > 100)
        {
            throw RefusedException.TooMany("owner_filter.userid_list", owners.Count, 100, ErrorCodes.BadUserListLength);
        }

        if (
            owners.Count == 0
            && call.Company.Members.Values.Count(member => call.App.Sees(member.UserId)) > MostMembersWithoutFilter
        )
        {
            throw new RefusedException(ErrorCodes.TooManyAsked);
        }

        return owners;
    }

    private static JsonObject Get(Call call)
    {
        var chatId = call.Body.Required("chat_id");
        var group =
            call.Company.Groups.GetValueOrDefault(chatId) ?? throw new RefusedException(ErrorCodes.NotACustomerGroup);
        return Answer.Ok(new { group_chat = Shape(call, group, call.Body.Flag("need_name")) });
    }

    private static JsonObject FromOpenGid(Call call)
    {
        // A mini-program sees a group as its own id; the emulator makes it from the chat's.
        var openGid = call.Body.Required("opengid");
        var group =
            call.Company.Groups.Values.FirstOrDefault(group =>
                string.Equals($"og{group.ChatId}", openGid, StringComparison.Ordinal)
            ) ?? throw new RefusedException(ErrorCodes.NotACustomerGroup);
        return Answer.Ok(new { chat_id = group.ChatId });
    }

    private static object Shape(Call call, CustomerGroup group, bool names) =>
        new
        {
            chat_id = group.ChatId,
            name = group.Name,
            owner = group.Owner,
            create_time = group.CreatedAt.ToUnixTimeSeconds(),
            notice = group.Notice,
            member_list = group.Members.Select(member => Shape(call, member, names)),
            admin_list = Array.Empty<object>(),
            member_version = group.Version,
        };

    private static object Shape(Call call, GroupMember member, bool names) =>
        new
        {
            userid = member.Id,
            type = member.Type,
            unionid = call.Company.Customers.GetValueOrDefault(member.Id)?.UnionId is { Length: > 0 } unionId
                ? unionId
                : null,
            join_time = member.JoinedAt.ToUnixTimeSeconds(),
            join_scene = member.JoinScene,
            state = member.State,
            invitor = member.Invitor is { } invitor ? new { userid = invitor } : null,
            group_nickname = string.Empty,
            name = names ? NameOf(call, member.Id) : null,
        };

    private static string NameOf(Call call, string id) =>
        call.Company.Customers.GetValueOrDefault(id)?.Name ?? call.Company.Members.GetValueOrDefault(id)?.Name ?? id;
}
