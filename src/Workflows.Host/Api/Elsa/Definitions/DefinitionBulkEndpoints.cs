using Workflows.Host.Auth;
using Workflows.Runtime.Definitions;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>The same for many definitions.</summary>
internal static class DefinitionBulkEndpoints
{
    public static void MapDefinitionBulk(this IEndpointRouteBuilder routes)
    {
        var bulk = routes.MapGroup("/bulk-actions").Allow(Role.Consultant);
        bulk.MapPost("/publish/workflow-definitions/by-definition-ids", PublishAsync);
        bulk.MapPost("/retract/workflow-definitions/by-definition-ids", RetractAsync);
        bulk.MapPost("/delete/workflow-definitions/by-definition-id", DeleteAsync);
        bulk.MapPost("/delete/workflow-definitions/by-id", DeleteVersionsAsync);
    }

    private static async Task<IResult> PublishAsync(
        DefinitionIdsBody body,
        HttpContext context,
        DefinitionCatalog catalog,
        CancellationToken cancellationToken
    )
    {
        var language = RequestLanguage.Of(context.Request);
        List<string> published = [];
        List<string> already = [];
        List<string> notFound = [];
        List<string> refused = [];
        foreach (var id in body.Definitions)
        {
            switch (await catalog.PublishDraftAsync(id, cancellationToken))
            {
                case null:
                    notFound.Add(id);
                    break;
                case { WasPublished: true }:
                    already.Add(id);
                    break;
                case { Stored: not null }:
                    published.Add(id);
                    break;
                case var publication:
                    refused.AddRange(
                        publication.Diagnostics.Select(found => $"{id}: {ElsaProblem.Line(found, language)}")
                    );
                    break;
            }
        }

        return refused.Count > 0 && published.Count == 0
            ? ElsaProblem.BadRequest([.. refused])
            : Results.Ok(
                new
                {
                    published,
                    alreadyPublished = already,
                    notFound,
                    updatedConsumers = Array.Empty<string>(),
                }
            );
    }

    private static async Task<IResult> RetractAsync(
        DefinitionIdsBody body,
        DefinitionCatalog catalog,
        CancellationToken cancellationToken
    )
    {
        List<string> retracted = [];
        List<string> already = [];
        List<string> notFound = [];
        foreach (var id in body.Definitions)
        {
            var isThere = await catalog.Store.FindLatestAsync(id, cancellationToken) is not null;
            (
                !isThere ? notFound
                : await catalog.RetractAsync(id, cancellationToken) ? retracted
                : already
            ).Add(id);
        }

        return Results.Ok(
            new
            {
                retracted,
                alreadyRetracted = already,
                notFound,
            }
        );
    }

    private static async Task<object> DeleteAsync(
        DefinitionIdsBody body,
        DefinitionCatalog catalog,
        CancellationToken cancellationToken
    )
    {
        var deleted = 0;
        foreach (var id in body.Definitions)
        {
            deleted += await catalog.DeleteAsync(id, version: null, cancellationToken) ? 1 : 0;
        }

        return new { deleted };
    }

    private static async Task<object> DeleteVersionsAsync(
        DefinitionIdsBody body,
        DefinitionCatalog catalog,
        CancellationToken cancellationToken
    )
    {
        var deleted = 0;
        foreach (var id in body.Versions)
        {
            deleted +=
                DefinitionVersionId.TryRead(id, out var definitionId, out var version)
                && await catalog.DeleteAsync(definitionId, version, cancellationToken)
                    ? 1
                    : 0;
        }

        return new { deleted };
    }
}
