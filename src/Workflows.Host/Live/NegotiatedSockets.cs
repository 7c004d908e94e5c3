using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Workflows.Host.Auth;

namespace Workflows.Host.Live;

/// <summary>
/// Lets a web socket in that shows no key but the token of a connection, as a browser's does where a page has an API key: the
/// key was shown when the connection was negotiated, and nobody can guess the token that came of it. SignalR itself
/// refuses a token that it did not hand out.
/// </summary>
internal sealed class NegotiatedSockets : IAuthorizationMiddlewareResultHandler
{
    private const string Token = "id";

    private readonly AuthorizationMiddlewareResultHandler _standard = new();

    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    ) =>
        authorizeResult.Challenged && IsNegotiated(context)
            ? next(context)
            : _standard.HandleAsync(next, context, policy, authorizeResult);

    private static bool IsNegotiated(HttpContext context) =>
        context.WebSockets.IsWebSocketRequest
        && !ApiKeyAuthentication.IsShown(context)
        && !string.IsNullOrEmpty(context.Request.Query[Token])
        && context.GetEndpoint()?.Metadata is { } metadata
        && metadata.GetMetadata<HubMetadata>() is not null
        && metadata.GetMetadata<NegotiateMetadata>() is null;
}
