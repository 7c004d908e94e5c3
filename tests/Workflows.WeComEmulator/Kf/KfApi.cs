using System.Globalization;
using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Content;
using Workflows.WeComEmulator.Log;

namespace Workflows.WeComEmulator.Kf;

/// <summary>Customer service: answers, and pulling of messages.</summary>
internal static class KfApi
{
    public static IEnumerable<ApiMethod> Methods { get; } =
    [ApiMethod.Post("kf/send_msg", Send), ApiMethod.Post("kf/sync_msg", Sync)];

    private static JsonObject Send(Call call)
    {
        var customer = call.Customer(call.Body.Required("touser"));
        var openKf = call.Body.Required("open_kfid");
        var type = call.Body.Required("msgtype");
        var text = type is "text"
            ? Sizes.Bytes(
                "text.content",
                call.Body.Part("text")?.Required("content") ?? throw RefusedException.Missing("text"),
                2_048
            )
            : throw RefusedException.Wrong("msgtype", $"is {type}", ErrorCodes.BadMessageType);
        if (!call.Company.Kf.TryAnswer(openKf, customer.ExternalUserId, call.Now))
        {
            throw new RefusedException(ErrorCodes.KfLimit);
        }

        var msgId = call.Body.Text("msgid") ?? call.Company.Ids.Next("kf");
        call.Company.Log.Add(
            new Arrival(Carriers.Kf, customer.ExternalUserId, openKf, SaidContent.Of(text), "kf/send_msg", msgId)
        );
        return Answer.Ok(new { msgid = msgId });
    }

    private static JsonObject Sync(Call call)
    {
        var start = int.TryParse(call.Body.Text("cursor"), CultureInfo.InvariantCulture, out var cursor) ? cursor : 0;
        var page = call.Company.Kf.Messages.Skip(start).Take(call.Body.Limit(1_000, 1_000)).ToList();
        return Answer.Ok(
            new
            {
                next_cursor = (start + page.Count).ToString(CultureInfo.InvariantCulture),
                has_more = start + page.Count < call.Company.Kf.Messages.Count ? 1 : 0,
                msg_list = page.Select(
                    (message, index) =>
                        new
                        {
                            msgid = string.Create(CultureInfo.InvariantCulture, $"kfin{start + index}"),
                            open_kfid = message.OpenKf,
                            external_userid = message.Customer,
                            send_time = message.At.ToUnixTimeSeconds(),
                            origin = 3,
                            msgtype = "text",
                            text = new { content = message.Text },
                        }
                ),
            }
        );
    }
}
