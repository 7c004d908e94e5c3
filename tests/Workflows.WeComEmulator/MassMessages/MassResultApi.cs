using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;

namespace Workflows.WeComEmulator.MassMessages;

/// <summary>What became of mass messages: by member, and by recipient.</summary>
internal static class MassResultApi
{
    private const int SentByMember = 2;
    private const long Month = 31 * 86_400;

    public static IEnumerable<ApiMethod> Methods { get; } =
    [
        ApiMethod.Post("externalcontact/get_groupmsg_list_v2", List),
        ApiMethod.Post("externalcontact/get_groupmsg_task", Tasks),
        ApiMethod.Post("externalcontact/get_groupmsg_send_result", Results),
    ];

    private static JsonObject List(Call call)
    {
        var body = call.Body;
        var isToGroups = body.Required("chat_type") is "group";
        var from = body.Number("start_time") ?? throw RefusedException.Missing("start_time");
        var to = body.Number("end_time") ?? throw RefusedException.Missing("end_time");
        if (to - from is < 0 or > Month)
        {
            throw RefusedException.Wrong("end_time", "must be within a month of start_time");
        }

        var creator = body.Text("creator");
        var all = call
            .Company.MassMessages.All.Where(message => message.IsToGroups == isToGroups)
            .Where(message =>
                message.CreatedAt.ToUnixTimeSeconds() >= from && message.CreatedAt.ToUnixTimeSeconds() <= to
            )
            .Where(message =>
                string.IsNullOrEmpty(creator)
                || message.Tasks.Exists(task => string.Equals(task.UserId, creator, StringComparison.Ordinal))
            )
            .Where(_ => body.Number("filter_type") is null or 0 or 2)
            .ToList();
        var (page, next) = Paging.Of(all, body.Text("cursor"), body.Limit(100, 50));
        return Answer.Ok(new { next_cursor = next, group_msg_list = page.Select(Shape) });
    }

    private static JsonObject Tasks(Call call)
    {
        var message = MassMessageApi.Find(call);
        var (page, next) = Paging.Of(message.Tasks, call.Body.Text("cursor"), call.Body.Limit(1_000, 500));
        return Answer.Ok(
            new
            {
                next_cursor = next,
                task_list = page.Select(task => new
                {
                    userid = task.UserId,
                    status = task.SentAt is null ? 0 : SentByMember,
                    send_time = task.SentAt?.ToUnixTimeSeconds(),
                }),
            }
        );
    }

    private static JsonObject Results(Call call)
    {
        var message = MassMessageApi.Find(call);
        var userId = call.Body.Required("userid").Trim();
        var task =
            message.Tasks.Find(task => string.Equals(task.UserId, userId, StringComparison.Ordinal))
            ?? throw new RefusedException(ErrorCodes.NoSuchUser);
        var (page, next) = Paging.Of(task.Targets, call.Body.Text("cursor"), call.Body.Limit(1_000, 500));
        return Answer.Ok(new { next_cursor = next, send_list = page.Select(target => Shape(task, target)) });
    }

    private static object Shape(MassTask task, MassTarget target) =>
        new
        {
            external_userid = task.Message.IsToGroups ? null : target.Id,
            chat_id = task.Message.IsToGroups ? target.Id : null,
            userid = task.UserId,
            status = target.Status,
            send_time = target.SentAt?.ToUnixTimeSeconds(),
        };

    private static object Shape(MassMessage message) =>
        new
        {
            msgid = message.MsgId,
            creator = message.Sender,
            create_time = message.CreatedAt.ToUnixTimeSeconds(),
            create_type = 0,
            text = message.Text,
            attachments = message.Attachments,
        };
}
