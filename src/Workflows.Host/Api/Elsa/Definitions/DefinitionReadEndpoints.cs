using Workflows.Runtime.Definitions;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>Whole definitions, one or several.</summary>
internal static class DefinitionReadEndpoints
{
    public static void MapDefinitionReading(this IEndpointRouteBuilder routes)
    {
        var definitions = routes.MapGroup("/workflow-definitions");
        definitions.MapGet("/by-definition-id/{definitionId}", FindAsync);
        definitions.MapGet("/by-id/{id}", FindOneAsync);
        definitions.MapGet("/many-by-id", FindManyAsync);
    }

    public static IResult NotFound(string id) => ElsaProblem.NotFound($"There is no workflow '{id}'.");

    /// <summary>A definition by its id; by the id of a version too, so that a link can name one.</summary>
    private static async Task<IResult> FindAsync(
        string definitionId,
        string? versionOptions,
        HttpContext context,
        IDefinitionStore store,
        DefinitionAnswer answer,
        CancellationToken cancellationToken
    )
    {
        var found =
            await VersionOptions.Read(versionOptions).FindAsync(store, definitionId, cancellationToken)
            ?? await FindVersionAsync(definitionId, store, cancellationToken);
        return found is null ? NotFound(definitionId) : await answer.OkAsync(found, context, cancellationToken);
    }

    private static async Task<IResult> FindOneAsync(
        string id,
        HttpContext context,
        IDefinitionStore store,
        DefinitionAnswer answer,
        CancellationToken cancellationToken
    ) =>
        await FindVersionAsync(id, store, cancellationToken) is { } found
            ? await answer.OkAsync(found, context, cancellationToken)
            : NotFound(id);

    private static async Task<IResult> FindManyAsync(
        string[] ids,
        HttpContext context,
        IDefinitionStore store,
        DefinitionAnswer answer,
        CancellationToken cancellationToken
    )
    {
        List<object> items = [];
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            if (await FindVersionAsync(id, store, cancellationToken) is { } found)
            {
                items.Add(await answer.ShowAsync(found, context, cancellationToken));
            }
        }

        return Results.Ok(new CountedItems<object>(items));
    }

    public static Task<StoredDefinition?> FindVersionAsync(
        string id,
        IDefinitionStore store,
        CancellationToken cancellationToken
    ) =>
        DefinitionVersionId.TryRead(id, out var definitionId, out var version)
            ? store.FindAsync(definitionId, version, cancellationToken)
            : Task.FromResult<StoredDefinition?>(null);
}
