using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.WeComEmulator.Content;
using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Log;

namespace Workflows.WeComEmulator.Gateways;

/// <summary>
/// <c>/sms</c>: a gateway of text messages as the product's documents describe it. What it takes stands on the phone with that number; a key that it has
/// seen is answered as before, and delivers nothing.
/// </summary>
internal static class SmsGateway
{
    /// <summary>What senders have to say they are.</summary>
    public const string Secret = "emulated-sms-secret";

    private const int LongestText = 500;

    public static void MapSmsGateway(this IEndpointRouteBuilder routes, Company company)
    {
        Dictionary<string, string> taken = new(StringComparer.Ordinal);
        routes.MapPost(
            "/sms/send",
            (HttpRequest request, SmsRequest message) => Take(company, taken, request, message)
        );
        routes.MapGet("/sms/receipts", (HttpRequest request, string id) => Report(company, taken, request, id));
    }

    private static Results<Ok<SmsTaken>, JsonHttpResult<SmsRefused>> Take(
        Company company,
        Dictionary<string, string> taken,
        HttpRequest request,
        SmsRequest message
    )
    {
        var refusal =
            !IsKnown(request) ? Refused(401, "secret", "Unknown sender.")
            : message.Phone is not { Length: >= 5 and <= 20 } ? Refused(400, "phone", "No phone number.")
            : message.Text is not { Length: > 0 and <= LongestText } ? Refused(400, "text", "No text, or too long.")
            : !message.Text.StartsWith('【') ? Refused(400, "signature", "The text has no signature.")
            : string.IsNullOrEmpty(message.Key) ? Refused(400, "key", "No key.")
            : null;
        return refusal is null
            ? TypedResults.Ok(company.Do(() => new SmsTaken(Deliver(company, taken, message))))
            : refusal;
    }

    private static string Deliver(Company company, Dictionary<string, string> taken, SmsRequest message)
    {
        if (taken.TryGetValue(message.Key!, out var known))
        {
            return known;
        }

        var id = taken[message.Key!] = company.Ids.Next("sms", 20);
        company.Log.Add(
            new Arrival(Carriers.Sms, message.Phone!, message.Signature, SaidContent.Of(message.Text!), "sms/send", id)
        );
        return id;
    }

    private static Results<Ok<SmsReport>, JsonHttpResult<SmsRefused>> Report(
        Company company,
        Dictionary<string, string> taken,
        HttpRequest request,
        string id
    ) =>
        !IsKnown(request) ? Refused(401, "secret", "Unknown sender.")
        : company.See(() => taken.ContainsValue(id)) ? TypedResults.Ok(new SmsReport("delivered"))
        : Refused(404, "unknown", "There is no such message.");

    private static bool IsKnown(HttpRequest request) =>
        string.Equals(request.Headers.Authorization, $"Bearer {Secret}", StringComparison.Ordinal);

    private static JsonHttpResult<SmsRefused> Refused(int status, string code, string message) =>
        TypedResults.Json(new SmsRefused(code, message), JsonSerializerOptions.Web, statusCode: status);
}
