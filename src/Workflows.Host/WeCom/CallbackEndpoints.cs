using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Workflows.Host.Api;
using Workflows.Marketing.Channels.WeCom.Callbacks;

namespace Workflows.Host.WeCom;

/// <summary>
/// <c>/channels/wecom/callback</c>: where WeCom tells what customers do. Whoever knows the token may speak here; the signature says who that is.
/// </summary>
internal static class CallbackEndpoints
{
    public const string Path = "/channels/wecom/callback";

    public static void MapWeComCallback(this IEndpointRouteBuilder routes)
    {
        var callback = routes.MapGroup(Path).AllowAnonymous().ExcludeFromDescription();
        callback.MapGet("/", Verify);
        callback.MapPost("/", ReceiveAsync).WithMetadata(new RequestSizeLimitAttribute(CallbackGate.MaxBody));
    }

    // The names are WeCom's.
    private static Results<ContentHttpResult, ProblemHttpResult> Verify(
        [FromQuery(Name = "msg_signature")] string? signature,
        [FromQuery] string? timestamp,
        [FromQuery] string? nonce,
        [FromQuery] string? echostr,
        [FromServices] CallbackGate? gate
    )
    {
        if (gate is null)
        {
            return NotSetUp();
        }

        var opening = gate.VerifyAddress(new CallbackRequest(signature, timestamp, nonce), echostr);
        return opening.Refusal is { } refusal ? Refused(refusal) : TypedResults.Text(opening.Message);
    }

    private static async Task<Results<Ok, ProblemHttpResult>> ReceiveAsync(
        [FromQuery(Name = "msg_signature")] string? signature,
        [FromQuery] string? timestamp,
        [FromQuery] string? nonce,
        HttpRequest request,
        [FromServices] CallbackGate? gate,
        CancellationToken cancellationToken
    )
    {
        if (gate is null)
        {
            return NotSetUp();
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        var refusal = await gate.ReceiveAsync(
            new CallbackRequest(signature, timestamp, nonce),
            body.GetBuffer().AsMemory(0, (int)body.Length)
        );
        return refusal is { } reason ? Refused(reason) : TypedResults.Ok();
    }

    private static ProblemHttpResult Refused(CallbackRefusal refusal) =>
        TypedResults.Problem(
            statusCode: refusal == CallbackRefusal.Malformed
                ? StatusCodes.Status400BadRequest
                : StatusCodes.Status403Forbidden,
            title: "Refused.",
            detail: Reason(refusal)
        );

    private static string Reason(CallbackRefusal refusal) =>
        refusal switch
        {
            CallbackRefusal.WrongSignature => "The signature is not that of this workspace's token.",
            CallbackRefusal.TooOld => "The timestamp is too far from now: compare the clocks.",
            CallbackRefusal.Undecipherable => "The message cannot be decrypted with this workspace's EncodingAESKey.",
            CallbackRefusal.WrongReceiver => "The message is meant for another company.",
            CallbackRefusal.Replayed => "The same request was here before.",
            _ => "This is not one of WeCom's requests.",
        };

    private static ProblemHttpResult NotSetUp() =>
        Problems.NotFound("WeCom's callbacks are not set up here: Channels:WeCom:CallbackToken is empty.");
}
