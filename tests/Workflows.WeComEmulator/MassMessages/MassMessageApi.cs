using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Content;

namespace Workflows.WeComEmulator.MassMessages;

/// <summary>Enterprise mass messages: made, reminded, cancelled.</summary>
internal static class MassMessageApi
{
    private const int MostReminders = 3;

    public static IEnumerable<ApiMethod> Methods { get; } =
    [
        ApiMethod.Post("externalcontact/add_msg_template", Add),
        ApiMethod.Post("externalcontact/remind_groupmsg_send", Remind),
        ApiMethod.Post("externalcontact/cancel_groupmsg_send", Cancel),
    ];

    private static JsonObject Add(Call call)
    {
        var body = call.Body;
        var sender = body.Text("sender");
        var isToGroups = (body.Text("chat_type") ?? "single") switch
        {
            "single" => false,
            "group" => true,
            var other => throw RefusedException.Wrong("chat_type", $"is {other}"),
        };
        var content = ContentReader.Read(call);
        var audience = isToGroups ? MassAudience.OfGroups(call, sender) : MassAudience.OfCustomers(call, sender);
        if (audience.BySender.Values.All(targets => targets.Count == 0))
        {
            throw new RefusedException(ErrorCodes.NothingToSend);
        }

        var message = new MassMessage(
            call.Company.Ids.Next("msg"),
            isToGroups,
            sender,
            content,
            body.Raw("text"),
            body.Raw("attachments"),
            call.Now
        );
        MassSending.Hand(call.Company, message, audience);
        return Answer.Ok(new { fail_list = audience.Failed, msgid = message.MsgId });
    }

    private static JsonObject Remind(Call call)
    {
        var message = Find(call);
        message.Reminders.RemoveAll(at => at <= call.Now.AddHours(-24));
        if (message.Reminders.Count >= MostReminders)
        {
            throw new RefusedException(
                ErrorCodes.TooMany,
                Police.Breaches.TooMany,
                $"{message.MsgId} was reminded of three times within 24 hours"
            );
        }

        message.Reminders.Add(call.Now);
        MassSending.Remind(call.Company, message);
        return Answer.Ok();
    }

    private static JsonObject Cancel(Call call)
    {
        foreach (var task in Find(call).Tasks.Where(task => task.IsPending))
        {
            task.IsCancelled = true;
        }

        return Answer.Ok();
    }

    /// <summary>The mass message that a request names.</summary>
    public static MassMessage Find(Call call) =>
        call.Company.MassMessages.Find(call.Body.Required("msgid", ErrorCodes.NoMessageId).Trim())
        ?? throw new RefusedException(ErrorCodes.BadMessageId);
}
