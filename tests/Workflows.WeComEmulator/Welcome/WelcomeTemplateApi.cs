using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Content;
using Workflows.WeComEmulator.Log;

namespace Workflows.WeComEmulator.Welcome;

/// <summary>Welcome templates of groups: a text and one attachment, by the platform's order of precedence.</summary>
internal static class WelcomeTemplateApi
{
    private const int LongestText = 3_000;

    private static readonly string[] Precedence = ["image", "link", "miniprogram", "file", "video"];

    public static IEnumerable<ApiMethod> Methods { get; } =
    [
        ApiMethod.Post("externalcontact/group_welcome_template/add", Add),
        ApiMethod.Post("externalcontact/group_welcome_template/edit", Edit),
        ApiMethod.Post("externalcontact/group_welcome_template/get", Get),
        ApiMethod.Post("externalcontact/group_welcome_template/del", Delete),
    ];

    private static JsonObject Add(Call call)
    {
        if (call.Company.Welcome.Templates >= WelcomeBook.MostTemplates)
        {
            throw new RefusedException(ErrorCodes.TooManyTemplates);
        }

        var id = call.Company.Ids.Next("msg");
        Keep(call, id);
        return Answer.Ok(new { template_id = id });
    }

    private static JsonObject Edit(Call call)
    {
        Keep(call, Find(call).Id);
        return Answer.Ok();
    }

    private static JsonObject Get(Call call) => Answer.Ok(Find(call).Parts);

    private static JsonObject Delete(Call call)
    {
        call.Company.Welcome.Forget(Find(call).Id);
        return Answer.Ok();
    }

    private static void Keep(Call call, string id)
    {
        var text = Sizes.OptionalBytes("text.content", call.Body.Part("text")?.Text("content"), LongestText);
        var type = Array.Find(Precedence, call.Body.Has);
        if (string.IsNullOrEmpty(text) && type is null)
        {
            throw RefusedException.Missing("text and attachment");
        }

        IReadOnlyList<LoggedAttachment> attachments = type is null
            ? []
            : [ContentReader.Of(call, type, call.Body.Part(type)!)];
        var parts = call
            .Body.Fields()
            .Where(field => field.Key is "text" || Precedence.Contains(field.Key))
            .ToDictionary();
        call.Company.Welcome.Keep(new WelcomeTemplate(id, new SaidContent(text, attachments), parts));
    }

    private static WelcomeTemplate Find(Call call) =>
        call.Company.Welcome.Template(call.Body.Required("template_id"))
        ?? throw new RefusedException(ErrorCodes.BadParameter);
}
