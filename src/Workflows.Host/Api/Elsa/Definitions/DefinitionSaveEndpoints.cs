using Workflows.Host.Auth;
using Workflows.Runtime.Definitions;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>Saving, publishing and taking back. The catalogue decides; here its answer becomes what the Studio shows.</summary>
internal static class DefinitionSaveEndpoints
{
    public static void MapDefinitionSaving(this IEndpointRouteBuilder routes)
    {
        var definitions = routes.MapGroup("/workflow-definitions").Allow(Role.Consultant);
        definitions.MapPost("/", SaveAsync);
        definitions.MapPost("/{definitionId}/publish", PublishAsync);
        definitions.MapPost("/{definitionId}/retract", RetractAsync);
        definitions.MapPost("/{definitionId}/revert/{version:int}", RevertAsync);
        definitions.MapDelete("/{definitionId}", DeleteAsync);
        routes.MapDelete("/workflow-definition-versions/{id}", DeleteVersionAsync).Allow(Role.Consultant);
    }

    private static async Task<IResult> SaveAsync(
        SaveRequest request,
        HttpContext context,
        DefinitionSaves saves,
        DefinitionAnswer answer,
        CancellationToken cancellationToken
    )
    {
        if (request.Model is not { } model)
        {
            return ElsaProblem.BadRequest("There is no workflow in the request.");
        }

        var publication = await saves.SaveAsync(model, context, request.Publish == true, cancellationToken);
        return await AnswerAsync(publication, context, answer, cancellationToken);
    }

    private static async Task<IResult> PublishAsync(
        string definitionId,
        HttpContext context,
        DefinitionCatalog catalog,
        DefinitionAnswer answer,
        CancellationToken cancellationToken
    ) =>
        await catalog.PublishDraftAsync(definitionId, cancellationToken) is { } publication
            ? await AnswerAsync(publication, context, answer, cancellationToken)
            : DefinitionReadEndpoints.NotFound(definitionId);

    private static async Task<IResult> RetractAsync(
        string definitionId,
        HttpContext context,
        DefinitionCatalog catalog,
        DefinitionAnswer answer,
        CancellationToken cancellationToken
    )
    {
        await catalog.RetractAsync(definitionId, cancellationToken);
        return await catalog.Store.FindLatestAsync(definitionId, cancellationToken) is { } latest
            ? await answer.OkAsync(latest, context, cancellationToken)
            : DefinitionReadEndpoints.NotFound(definitionId);
    }

    private static async Task<IResult> RevertAsync(
        string definitionId,
        int version,
        HttpContext context,
        DefinitionCatalog catalog,
        CancellationToken cancellationToken
    ) =>
        await catalog.RevertAsync(definitionId, version, cancellationToken) switch
        {
            null => DefinitionReadEndpoints.NotFound(DefinitionVersionId.Of(definitionId, version)),
            { Stored: { } stored } => Results.Ok(DefinitionListItem.From(stored, context.MayEdit())),
            var refused => Refuse(refused),
        };

    private static async Task<IResult> DeleteAsync(
        string definitionId,
        DefinitionCatalog catalog,
        CancellationToken cancellationToken
    ) =>
        await catalog.DeleteAsync(definitionId, version: null, cancellationToken)
            ? Results.NoContent()
            : DefinitionReadEndpoints.NotFound(definitionId);

    private static async Task<IResult> DeleteVersionAsync(
        string id,
        DefinitionCatalog catalog,
        CancellationToken cancellationToken
    ) =>
        DefinitionVersionId.TryRead(id, out var definitionId, out var version)
        && await catalog.DeleteAsync(definitionId, version, cancellationToken)
            ? Results.NoContent()
            : DefinitionReadEndpoints.NotFound(id);

    public static async Task<IResult> AnswerAsync(
        DefinitionPublication publication,
        HttpContext context,
        DefinitionAnswer answer,
        CancellationToken cancellationToken
    ) =>
        publication.Stored is { } stored
            ? Results.Ok(
                new SaveAnswer(
                    await answer.ShowAsync(stored, context, cancellationToken),
                    publication.WasPublished,
                    ConsumingWorkflowCount: 0,
                    [
                        .. publication.Diagnostics.Select(found =>
                            ValidationFinding.From(found, RequestLanguage.Of(context.Request))
                        ),
                    ]
                )
            )
            : Refuse(publication);

    public static IResult Refuse(DefinitionPublication publication) =>
        publication switch
        {
            { IsStale: true, Newer: { } newer } => ElsaProblem.Conflict(
                $"{ElsaCaller.PersonOf(newer.SavedBy)} saved this workflow meanwhile (version {newer.Version}). "
                    + "Your change was not saved: reload the page to see theirs."
            ),
            { IsStale: true } => ElsaProblem.Conflict(
                "Somebody else saved this workflow at the same moment; try again."
            ),
            _ => ElsaProblem.From(publication.Diagnostics),
        };
}
