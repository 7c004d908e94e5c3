using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Workflows.Host.Auth;
using Workflows.Storage.Users;

namespace Workflows.Host.Demo;

/// <summary><c>/demo/inbox</c>: mapped only where the demo workspace is served and no other webhook is set.</summary>
internal static class DemoEndpoints
{
    public const string Path = "/demo/inbox";

    /// <summary>The inbox's address for a server that listens on <paramref name="urls"/>.</summary>
    public static string AddressOn(string urls)
    {
        // "Every address of this machine" is nowhere to send to.
        var address = BindingAddress.Parse(urls.Split(';')[0]);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        return $"{address.Scheme}://{host}:{address.Port}{Path}";
    }

    public static void MapDemoInbox(this IEndpointRouteBuilder routes)
    {
        var inbox = routes.MapGroup(Path).ExcludeFromDescription();
        // Called by our own webhook channel, which has no key to show, over loopback.
        inbox
            .MapPost(
                "/",
                (JsonElement body, [FromHeader(Name = "Idempotency-Key")] string key, DemoInbox demo) =>
                {
                    demo.Receive(key, body);
                    return TypedResults.NoContent();
                }
            )
            .AllowAnonymous();
        inbox.MapGet("/", (DemoInbox demo) => TypedResults.Ok(demo.Messages)).Allow(Role.Viewer);
    }
}
