using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Content;
using Workflows.WeComEmulator.Log;

namespace Workflows.WeComEmulator.Apps;

/// <summary>The robot of an internal group: a key instead of a token, 20 messages a minute.</summary>
internal static class RobotApi
{
    private const int ShortestKey = 8;

    public static IEnumerable<ApiMethod> Methods { get; } = [ApiMethod.Post("webhook/send", Send)];

    private static JsonObject Send(Call call)
    {
        var key = call.Asked("key", ErrorCodes.BadRobot);
        if (key.Length < ShortestKey)
        {
            throw new RefusedException(ErrorCodes.BadRobot);
        }

        var type = call.Body.Required("msgtype");
        var part = call.Body.Part(type) ?? throw RefusedException.Missing(type);
        var text = type switch
        {
            "text" => Sizes.Bytes("text.content", part.Required("content"), 2_048),
            "markdown" => Sizes.Bytes("markdown.content", part.Required("content"), 4_096),
            "news" => string.Join(
                '\n',
                part.Parts("articles").Select(article => $"{article.Required("title")} {article.Required("url")}")
            ),
            _ => throw RefusedException.Wrong("msgtype", $"is {type}", ErrorCodes.BadMessageType),
        };
        if (!call.Company.Quotas.TryTakeRobot(key, call.Now))
        {
            throw new RefusedException(ErrorCodes.TooMany);
        }

        // The key is a secret: the log knows the robot by its last letters.
        call.Company.Log.Add(
            new Arrival(
                Carriers.Robot,
                $"…{key[^4..]}",
                "robot",
                SaidContent.Of(text),
                "webhook/send",
                call.Company.Ids.Next("bot", 20)
            )
        );
        return Answer.Ok();
    }
}
