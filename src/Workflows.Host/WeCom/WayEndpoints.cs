using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Workflows.Host.Api;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Channels.WeCom.Ways;
using Workflows.Storage.Users;

namespace Workflows.Host.WeCom;

/// <summary><c>/api/wecom/ways</c>: QR codes and links by which customers come in, with their source tags and pictures.</summary>
internal static class WayEndpoints
{
    public static void MapWays(this IEndpointRouteBuilder routes)
    {
        var ways = routes.MapGroup("/wecom/ways").WithTags("WeCom");
        ways.MapGet("/", ListAsync)
            .WithSummary("A page of the ways customers come in by.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        ways.MapGet("/{name}", GetAsync).WithSummary("One way.").ProducesProblem(StatusCodes.Status404NotFound);
        ways.MapPut("/{name}", PutAsync)
            .Allow(Role.Operator)
            .WithSummary("Makes a QR code or a link at WeCom, or changes it; its name comes back with the customer.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status502BadGateway);
        ways.MapDelete("/{name}", RemoveAsync)
            .Allow(Role.Operator)
            .WithSummary("Removes a way at WeCom: its code stops working.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status502BadGateway);
        ways.MapGet("/{name}/qr", PictureAsync)
            .WithSummary("The picture of the QR code.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status502BadGateway);
    }

    private static async Task<Results<Ok<Page<WayBody>>, ProblemHttpResult>> ListAsync(
        string? after,
        int? limit,
        IWayStore store,
        CancellationToken cancellationToken
    )
    {
        if (Paging.Mistake(limit) is { } mistake)
        {
            return mistake;
        }

        var count = limit ?? Paging.DefaultLimit;
        var page = await store.ListAsync(Tenants.Default, after, count, cancellationToken);
        var next = page.Count < count ? null : page[^1].Spec.Name;
        return TypedResults.Ok(new Page<WayBody>([.. page.Select(WayBody.From)], next));
    }

    private static async Task<Results<Ok<WayBody>, ProblemHttpResult>> GetAsync(
        string name,
        IWayStore store,
        CancellationToken cancellationToken
    ) =>
        await store.FindAsync(Tenants.Default, name, cancellationToken) is { } way
            ? TypedResults.Ok(WayBody.From(way))
            : Unknown(name);

    private static async Task<Results<Ok<WayBody>, ProblemHttpResult>> PutAsync(
        string name,
        WayBody body,
        [FromServices] WayDesk? desk,
        CancellationToken cancellationToken
    )
    {
        if (desk is null || body.Kind is null)
        {
            return desk is null
                ? Problems.NotFound(WeComAnswers.NotSetUp)
                : Problems.BadRequest("'kind' has to be Contact, Group or Link.");
        }

        var outcome = await desk.PutAsync(body.ToSpec(name), cancellationToken);
        return outcome switch
        {
            { Mistakes.Count: > 0 } => Problems.From(outcome.Mistakes, "The way has errors."),
            { IsConflict: true } => Problems.Conflict(outcome.Failure!),
            { Failure: { } failure } => WeComAnswers.Refused(failure),
            _ => TypedResults.Ok(WayBody.From(outcome.Way!)),
        };
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        string name,
        [FromServices] WayDesk? desk,
        CancellationToken cancellationToken
    ) =>
        desk is null
            ? Problems.NotFound(WeComAnswers.NotSetUp)
            : await desk.RemoveAsync(name, cancellationToken) switch
            {
                null => Unknown(name),
                { Failure: { } failure } => WeComAnswers.Refused(failure),
                _ => TypedResults.NoContent(),
            };

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> PictureAsync(
        string name,
        IWayStore store,
        WayPictures pictures,
        CancellationToken cancellationToken
    )
    {
        if (await FindReadyAsync(name, store, cancellationToken) is not { } way)
        {
            return Unknown(name);
        }

        return await pictures.ReadAsync(way, cancellationToken) is { } picture
            ? TypedResults.File(
                picture.Bytes,
                picture.Type,
                $"{name}{(picture.Type is "image/svg+xml" ? ".svg" : ".png")}"
            )
            : WeComAnswers.Refused("WeCom does not give the picture of the code.");
    }

    /// <summary>A way that WeCom has made, or null.</summary>
    internal static async Task<Way?> FindReadyAsync(
        string name,
        IWayStore store,
        CancellationToken cancellationToken
    ) => await store.FindAsync(Tenants.Default, name, cancellationToken) is { Address: not null } way ? way : null;

    internal static ProblemHttpResult Unknown(string name) => Problems.NotFound($"There is no way '{name}'.");
}
