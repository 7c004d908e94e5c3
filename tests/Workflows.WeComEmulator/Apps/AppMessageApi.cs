using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Content;
using Workflows.WeComEmulator.Log;
using Workflows.WeComEmulator.Members;

namespace Workflows.WeComEmulator.Apps;

/// <summary>Messages of an app to members; they appear on the staff phone.</summary>
internal static class AppMessageApi
{
    private const int MostUsers = 1_000;
    private const int LongestText = 2_048;

    public static IEnumerable<ApiMethod> Methods { get; } =
    [ApiMethod.Post("message/send", Send), ApiMethod.Post("message/recall", Recall)];

    private static JsonObject Send(Call call)
    {
        var body = call.Body;
        if (body.Number("agentid") != call.App.AgentId)
        {
            throw RefusedException.Wrong("agentid", "is not the calling app's", code: 301002);
        }

        var content = Content(body);
        var asked = body.Required("touser").Split('|', StringSplitOptions.RemoveEmptyEntries);
        if (asked.Length > MostUsers)
        {
            throw RefusedException.TooMany("touser", asked.Length, MostUsers);
        }

        List<Member> members = asked is ["@all"]
            ? [.. call.Company.Members.Values.Where(member => call.App.Sees(member.UserId))]
            :
            [
                .. asked
                    .Select(user => call.Company.Members.GetValueOrDefault(user))
                    .OfType<Member>()
                    .Where(member => call.App.Sees(member.UserId)),
            ];
        if (members.Count == 0)
        {
            throw new RefusedException(ErrorCodes.NobodyLeft);
        }

        var msgId = call.Company.Ids.Next("app");
        Deliver(call, members, content, msgId);
        var unknown = asked.Where(user =>
            user is not "@all"
            && members.TrueForAll(member => !string.Equals(member.UserId, user, StringComparison.Ordinal))
        );
        return Answer.Ok(new { invaliduser = string.Join('|', unknown), msgid = msgId });
    }

    private static void Deliver(Call call, List<Member> members, string content, string msgId)
    {
        var company = call.Company;
        foreach (var member in members)
        {
            if (IsRepeated(call, member.UserId, content))
            {
                continue;
            }

            if (!company.Quotas.TryTakeApp(member.UserId, company.Members.Count, call.Now))
            {
                throw new RefusedException(ErrorCodes.TooMany);
            }

            member.Notices.Add(new StaffNotice(call.Now, "app", content));
            company.Log.Add(
                new Arrival(Carriers.App, member.UserId, call.App.Name, SaidContent.Of(content), "message/send", msgId)
            );
        }
    }

    /// <summary>With the duplicate check on, the same content within the interval is taken and dropped.</summary>
    private static bool IsRepeated(Call call, string userId, string content)
    {
        if (!call.Body.Flag("enable_duplicate_check"))
        {
            return false;
        }

        var since = call.Now - TimeSpan.FromSeconds(call.Body.Number("duplicate_check_interval") ?? 1_800);
        return call
            .Company.Log.Of(userId)
            .Any(message =>
                message.Carrier is Carriers.App
                && message.At > since
                && string.Equals(message.Text, content, StringComparison.Ordinal)
            );
    }

    private static string Content(CallBody body)
    {
        var type = body.Required("msgtype");
        var part = body.Part(type) ?? throw RefusedException.Missing(type);
        var text = type switch
        {
            "text" or "markdown" => part.Required("content"),
            "textcard" => $"{part.Required("title")}\n{part.Required("description")}\n{part.Required("url")}",
            _ => throw RefusedException.Wrong("msgtype", $"is {type}", ErrorCodes.BadMessageType),
        };
        return Sizes.Bytes($"{type}.content", text, LongestText);
    }

    private static JsonObject Recall(Call call)
    {
        var msgId = call.Body.Required("msgid");
        return call.Company.Log.All.Any(message =>
            string.Equals(message.Reference, msgId, StringComparison.Ordinal) && message.At > call.Now.AddHours(-24)
        )
            ? Answer.Ok()
            : throw new RefusedException(ErrorCodes.BadParameter);
    }
}
