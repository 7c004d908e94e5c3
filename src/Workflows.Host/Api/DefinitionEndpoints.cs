using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Auth;
using Workflows.Runtime.Definitions;
using Workflows.Storage.Definitions;
using Workflows.Storage.Users;

namespace Workflows.Host.Api;

/// <summary>Workflow definitions: imported as drafts, checked as a whole, published as immutable versions.</summary>
internal static class DefinitionEndpoints
{
    public static void MapDefinitions(this IEndpointRouteBuilder routes)
    {
        var definitions = routes.MapGroup("/definitions").WithTags("Definitions");
        definitions.MapGet("/", ListAsync).WithSummary("The latest version of every definition.");
        definitions
            .MapGet("/{id}", GetAsync)
            .WithSummary("One version of a definition with its document; the latest unless a version is given.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        definitions
            .MapPost("/", ImportAsync)
            .Allow(Role.Consultant)
            .WithSummary(
                "Imports an Elsa 3 definition as a draft, mistakes and all; with publish=true publishes it instead, if it has none."
            )
            .Accepts<JsonElement>("application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        definitions
            .MapPost("/validate", ValidateAsync)
            .WithSummary("Says everything that publishing would say, and stores nothing.")
            .Accepts<JsonElement>("application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        definitions
            .MapPost("/{id}/publish", PublishAsync)
            .Allow(Role.Consultant)
            .WithSummary("Publishes the latest draft.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Ok<Page<DefinitionBody>>> ListAsync(
        DefinitionQueries definitions,
        CancellationToken cancellationToken
    )
    {
        var (latest, _) = await definitions.ListAsync(
            new DefinitionQuery { Versions = VersionChoice.Latest },
            cancellationToken
        );
        return TypedResults.Ok(new Page<DefinitionBody>([.. latest.Select(DefinitionBody.Brief)], null));
    }

    private static async Task<Results<Ok<DefinitionBody>, ProblemHttpResult>> GetAsync(
        string id,
        int? version,
        IDefinitionStore store,
        CancellationToken cancellationToken
    )
    {
        var found = version is { } number
            ? await store.FindAsync(id, number, cancellationToken)
            : await store.FindLatestAsync(id, cancellationToken);
        return found is null ? NotFound(id) : TypedResults.Ok(DefinitionBody.Full(found));
    }

    private static async Task<Results<Ok<DefinitionStored>, ProblemHttpResult>> ImportAsync(
        HttpRequest request,
        DefinitionCatalog catalog,
        CancellationToken cancellationToken,
        bool publish = false
    )
    {
        var body = await JsonBody.ReadAsync(request, cancellationToken);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        return Answer(
            publish
                ? await catalog.PublishAsync(body.Text, cancellationToken)
                : await catalog.SaveDraftAsync(body.Text, seen: null, cancellationToken),
            RequestLanguage.Of(request)
        );
    }

    private static async Task<Results<Ok<DocumentChecked>, ProblemHttpResult>> ValidateAsync(
        HttpRequest request,
        DefinitionCatalog catalog,
        CancellationToken cancellationToken
    )
    {
        var body = await JsonBody.ReadAsync(request, cancellationToken);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var validation = await catalog.Validator.ValidateAsync(body.Text, cancellationToken: cancellationToken);
        return DocumentChecked.Answer(validation.Diagnostics, RequestLanguage.Of(request));
    }

    private static async Task<Results<Ok<DefinitionStored>, ProblemHttpResult>> PublishAsync(
        HttpRequest request,
        string id,
        DefinitionCatalog catalog,
        CancellationToken cancellationToken
    ) =>
        await catalog.PublishDraftAsync(id, cancellationToken) is { } publication
            ? Answer(publication, RequestLanguage.Of(request))
            : NotFound(id);

    private static Results<Ok<DefinitionStored>, ProblemHttpResult> Answer(
        DefinitionPublication publication,
        Language language
    ) =>
        publication switch
        {
            { IsStale: true } => Problems.Conflict("Somebody else changed the definition meanwhile; try again."),
            { Stored: { } stored } => TypedResults.Ok(DefinitionStored.From(stored, publication.Diagnostics, language)),
            _ => Problems.From(publication.Diagnostics),
        };

    private static ProblemHttpResult NotFound(string id) => Problems.NotFound($"There is no such version of '{id}'.");
}
