using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Content;
using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Customers;
using Workflows.WeComEmulator.Log;

namespace Workflows.WeComEmulator.WeChat;

/// <summary>The part of <c>api.weixin.qq.com</c> that reaches customers: subscribe messages and customer messages.</summary>
internal static class WeChatApi
{
    private const int LongestValue = 20;
    private const int BadOpenId = 40003;

    public static IEnumerable<ApiMethod> Methods { get; } =
    [
        ApiMethod.Get("token", Token),
        ApiMethod.Post("message/subscribe/send", Subscribe),
        ApiMethod.Post("message/custom/send", Custom),
    ];

    /// <summary>The accounts of WeChat are the company's apps here: the name is the app id.</summary>
    private static JsonObject Token(Call call)
    {
        if (!call.Company.Apps.TryGetValue(call.Asked("secret", ErrorCodes.BadSecret), out var app))
        {
            throw new RefusedException(ErrorCodes.BadSecret);
        }

        var token = call.Company.Tokens.Issue(app, call.Now);
        return new JsonObject
        {
            ["access_token"] = token.Value,
            ["expires_in"] = (int)AccessTokens.Lifetime.TotalSeconds,
        };
    }

    private static JsonObject Subscribe(Call call)
    {
        var customer = Follower(call);
        var template = call.Body.Required("template_id");
        var data = call.Body.Part("data") ?? throw RefusedException.Missing("data", ErrorCodes.BadTemplateArguments);
        var values = data.Fields().Keys.ToDictionary(name => name, name => Value(data, name));
        if (!call.Company.WeChat.TryUseSubscription(customer.OpenId, template))
        {
            throw new RefusedException(ErrorCodes.Refused);
        }

        var text = string.Join('\n', values.Select(value => $"{value.Key}: {value.Value}"));
        var msgId = call.Company.Ids.Next("sub", 20);
        call.Company.Log.Add(
            new Arrival(
                Carriers.MiniProgram,
                customer.OpenId,
                template,
                SaidContent.Of(text),
                "message/subscribe/send",
                msgId
            )
        );
        return Answer.Ok(new { msgid = msgId });
    }

    private static string Value(CallBody data, string name)
    {
        var value = data.Part(name)?.Text("value");
        var fits =
            value is { Length: > 0 }
            && (!name.StartsWith("thing", StringComparison.Ordinal) || value.Length <= LongestValue);
        return fits
            ? value!
            : throw RefusedException.Wrong($"data.{name}", "is empty or too long", ErrorCodes.BadTemplateArguments);
    }

    private static JsonObject Custom(Call call)
    {
        var customer = Follower(call);
        var type = call.Body.Required("msgtype");
        var text = type is "text"
            ? call.Body.Part("text")?.Required("content") ?? throw RefusedException.Missing("text")
            : throw RefusedException.Wrong("msgtype", $"is {type}", ErrorCodes.BadMessageType);
        var window = call.Company.WeChat.Window(customer.OpenId);
        if (window is null || window.Until <= call.Now)
        {
            throw new RefusedException(ErrorCodes.WindowOver);
        }

        if (window.Left-- <= 0)
        {
            throw new RefusedException(ErrorCodes.WindowUsedUp);
        }

        call.Company.Log.Add(
            new Arrival(
                Carriers.OfficialAccount,
                customer.OpenId,
                call.App.Name,
                SaidContent.Of(text),
                "message/custom/send",
                call.Company.Ids.Next("oa", 20)
            )
        );
        return Answer.Ok();
    }

    private static Customer Follower(Call call)
    {
        var openId = call.Body.Required("touser", BadOpenId);
        return call.Company.Customers.Values.FirstOrDefault(customer =>
                string.Equals(customer.OpenId, openId, StringComparison.Ordinal)
            ) ?? throw new RefusedException(BadOpenId);
    }
}
