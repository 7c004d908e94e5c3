using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Content;
using Workflows.WeComEmulator.Log;
using Workflows.WeComEmulator.Police;

namespace Workflows.WeComEmulator.Welcome;

/// <summary>The welcome of a new customer.</summary>
internal static class WelcomeApi
{
    public static IEnumerable<ApiMethod> Methods { get; } = [ApiMethod.Post("externalcontact/send_welcome_msg", Send)];

    private static JsonObject Send(Call call)
    {
        var company = call.Company;
        var value = call.Body.Required("welcome_code", ErrorCodes.BadWelcomeCode);
        var code = company.Welcome.Find(value) ?? throw new RefusedException(ErrorCodes.BadWelcomeCode);
        if (code.Until <= call.Now)
        {
            throw new RefusedException(ErrorCodes.BadWelcomeCode, Breaches.Welcome, $"{value} is over 20 seconds old.");
        }

        var content = ContentReader.Read(call);
        if (!company.Welcome.Use(code))
        {
            throw new RefusedException(ErrorCodes.AlreadyChatting);
        }

        company.Log.Add(
            new Arrival(Carriers.Welcome, code.Customer, code.Member, content, "send_welcome_msg", code.Value)
        );
        return Answer.Ok();
    }
}
