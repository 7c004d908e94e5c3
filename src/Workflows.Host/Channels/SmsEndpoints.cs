using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Workflows.Host.Api;
using Workflows.Host.Composition;
using Workflows.Marketing.Channels.Sms;
using Workflows.Marketing.Contacts;

namespace Workflows.Host.Channels;

/// <summary><c>/channels/sms/replies</c>: where the gateway passes on what customers answer; its signature says who speaks.</summary>
internal static class SmsEndpoints
{
    public static void MapSmsReplies(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/channels/sms/replies", ReceiveAsync)
            .AllowAnonymous()
            .ExcludeFromDescription()
            .WithMetadata(new RequestSizeLimitAttribute(SmsReplies.MaxBody));

    private static async Task<Results<Ok, ProblemHttpResult>> ReceiveAsync(
        [FromHeader(Name = "X-Timestamp")] string? timestamp,
        [FromHeader(Name = "X-Signature")] string? signature,
        HttpRequest request,
        [FromServices] SmsReplies? replies,
        [FromServices] ContactEventIntake intake,
        CancellationToken cancellationToken
    )
    {
        if (replies is null)
        {
            return Problems.NotFound("There is no SMS gateway set up here (Channels:Sms).");
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        var text = body.ToArray();
        if (!replies.IsGenuine(timestamp, signature, text))
        {
            return TypedResults.Problem(
                statusCode: StatusCodes.Status401Unauthorized,
                title: "Not signed.",
                detail: "The signature is wrong or older than five minutes."
            );
        }

        return Read(text) is { } reply
            ? await AcceptAsync(reply, intake, cancellationToken)
            : Problems.BadRequest("The body is an object with id, phone, text and at.");
    }

    private static async Task<Results<Ok, ProblemHttpResult>> AcceptAsync(
        SmsReply reply,
        ContactEventIntake intake,
        CancellationToken cancellationToken
    )
    {
        var result = await intake.AcceptAsync(Tenants.Default, SmsReplies.Events(reply), cancellationToken);
        return result.Diagnostics.Count == 0
            ? TypedResults.Ok()
            : Problems.From(result.Diagnostics, "The reply cannot be taken.");
    }

    private static SmsReply? Read(byte[] body)
    {
        try
        {
            return
                JsonSerializer.Deserialize<SmsReply>(body, JsonSerializerOptions.Web)
                    is { Id: not null, Phone: not null, Text: not null } reply
                ? reply
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
