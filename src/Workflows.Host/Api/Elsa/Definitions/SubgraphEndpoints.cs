using System.Text.Json.Nodes;
using Workflows.Host.Auth;
using Workflows.Runtime.Definitions;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>Parts of a definition, and who uses it.</summary>
internal static class SubgraphEndpoints
{
    public static void MapSubgraphs(this IEndpointRouteBuilder routes)
    {
        var definitions = routes.MapGroup("/workflow-definitions");
        definitions.MapGet("/subgraph/{id}", FindAsync);
        definitions.MapGet("/subgraph/segments/{id}", FindSegmentsAsync);
        definitions.MapGet("/{definitionId}/consumers", ConsumersAsync);
        definitions.MapPost("/{definitionId}/update-references", UpdateReferencesAsync).Allow(Role.Consultant);
    }

    private static async Task<IResult> FindAsync(
        string id,
        string? parentNodeId,
        HttpContext context,
        IDefinitionStore store,
        DefinitionAnswer answer,
        CancellationToken cancellationToken
    ) =>
        await TreeAsync(id, context, store, answer, cancellationToken) is { } tree
        && tree.PathTo(parentNodeId) is [.., var node]
            ? Results.Ok(node.Show())
            : DefinitionReadEndpoints.NotFound(id);

    private static async Task<IResult> FindSegmentsAsync(
        string id,
        string? childNodeId,
        HttpContext context,
        IDefinitionStore store,
        DefinitionAnswer answer,
        CancellationToken cancellationToken
    )
    {
        if (
            await TreeAsync(id, context, store, answer, cancellationToken) is not { } tree
            || tree.PathTo(childNodeId) is not { Count: > 0 } path
        )
        {
            return DefinitionReadEndpoints.NotFound(id);
        }

        return Results.Ok(
            new
            {
                childNode = path[^1].Show(),
                container = path[Math.Max(0, path.Count - 2)].Show(),
                pathSegments = path.SkipLast(1).Zip(path.Skip(1), (node, next) => node.SegmentTo(next)),
            }
        );
    }

    private static async Task<ActivityTree?> TreeAsync(
        string id,
        HttpContext context,
        IDefinitionStore store,
        DefinitionAnswer answer,
        CancellationToken cancellationToken
    )
    {
        if (await DefinitionReadEndpoints.FindVersionAsync(id, store, cancellationToken) is not { } stored)
        {
            return null;
        }

        var document = await answer.ShowAsync(stored, context, cancellationToken);
        return document["root"] is JsonObject root ? new ActivityTree(root, port: "") : null;
    }

    private static async Task<object> ConsumersAsync(
        string definitionId,
        ConsumingWorkflows consumers,
        CancellationToken cancellationToken
    )
    {
        var found = await consumers.OfAsync(definitionId, cancellationToken);
        return new { consumingWorkflowDefinitionIds = found.Select(row => row.DefinitionId) };
    }

    /// <summary>A workflow used as an activity is always the published version, so there is never a reference to renew.</summary>
    private static object UpdateReferencesAsync(string definitionId) =>
        new { definitionId, affectedWorkflows = Array.Empty<string>() };
}
