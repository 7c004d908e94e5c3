using Workflows.Storage.Definitions;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>Lists of definitions, and which names are taken.</summary>
internal static class DefinitionListEndpoints
{
    public static void MapDefinitionLists(this IEndpointRouteBuilder routes)
    {
        var definitions = routes.MapGroup("/workflow-definitions");
        definitions.MapGet("/", ListAsync);
        definitions.MapGet("/validation/is-name-unique", IsNameUniqueAsync);
        definitions.MapGet("/query/count", CountAsync);
    }

    private static async Task<DefinitionPage> ListAsync(
        [AsParameters] DefinitionListQuery query,
        HttpContext context,
        DefinitionQueries definitions,
        CancellationToken cancellationToken
    )
    {
        var mayEdit = context.MayEdit();
        var (items, total) = query.Translate() is { } wanted
            ? await definitions.ListAsync(wanted, cancellationToken)
            : ([], 0);
        return new DefinitionPage(
            DefinitionLinks.OfListFor(mayEdit),
            [.. items.Select(item => DefinitionListItem.From(item, mayEdit))],
            total
        );
    }

    private static async Task<object> IsNameUniqueAsync(
        string? name,
        string? definitionId,
        DefinitionQueries definitions,
        CancellationToken cancellationToken
    ) => new { isUnique = !await definitions.IsNameTakenAsync(name ?? "", definitionId, cancellationToken) };

    private static async Task<object> CountAsync(DefinitionQueries definitions, CancellationToken cancellationToken)
    {
        var (_, total) = await definitions.ListAsync(
            new DefinitionQuery { Versions = VersionChoice.Latest, Take = 1 },
            cancellationToken
        );
        return new { count = total };
    }
}
