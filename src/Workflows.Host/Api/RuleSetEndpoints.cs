using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Rules.Catalog;
using Workflows.Storage.Users;

namespace Workflows.Host.Api;

/// <summary>Rule sets: checked as a whole, published as immutable versions.</summary>
internal static class RuleSetEndpoints
{
    public static void MapRuleSets(this IEndpointRouteBuilder routes)
    {
        var ruleSets = routes.MapGroup("/rule-sets").WithTags("Rule sets");
        ruleSets.MapGet("/", ListAsync).WithSummary("The newest version of every rule set.");
        ruleSets
            .MapGet("/{name}", GetAsync)
            .WithSummary(
                "The newest version of one rule set, or the one in force at an instant (?at=), with its document."
            )
            .ProducesProblem(StatusCodes.Status404NotFound);
        ruleSets
            .MapPost("/", PublishAsync)
            .Allow(Role.Consultant)
            .WithSummary("Publishes a RulesEngine document: one rule set or an array of them; all or none.")
            .Accepts<JsonElement>("application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        ruleSets
            .MapPost("/validate", ValidateAsync)
            .WithSummary("Says everything that publishing would say, and publishes nothing.")
            .Accepts<JsonElement>("application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Ok<Page<RuleSetBody>>> ListAsync(
        RuleSetCatalog catalog,
        CancellationToken cancellationToken
    )
    {
        var versions = await catalog.ListAsync(cancellationToken);
        return TypedResults.Ok(new Page<RuleSetBody>([.. versions.Select(RuleSetBody.Brief)], null));
    }

    private static async Task<Results<Ok<RuleSetBody>, ProblemHttpResult>> GetAsync(
        string name,
        DateTimeOffset? at,
        RuleSetCatalog catalog,
        CancellationToken cancellationToken
    )
    {
        var versions = await catalog.VersionsAsync(name, cancellationToken);
        var found = versions.FirstOrDefault(version => at is not { } instant || version.Period.Contains(instant));
        return found is not null ? TypedResults.Ok(RuleSetBody.Full(found))
            : versions.Count == 0 ? Problems.NotFound($"There is no rule set '{name}'.")
            : Problems.NotFound($"No version of '{name}' is in force then.");
    }

    private static async Task<Results<Ok<RuleSetsPublished>, ProblemHttpResult>> PublishAsync(
        HttpRequest request,
        RuleSetCatalog catalog,
        RaisedLimits raised,
        CancellationToken cancellationToken
    )
    {
        var body = await JsonBody.ReadAsync(request, cancellationToken);
        if ((body.Problem ?? await raised.RefuseAsync(body.Text, request, cancellationToken)) is { } problem)
        {
            return problem;
        }

        var publication = await catalog.PublishAsync(body.Text, cancellationToken);
        return publication.Succeeded
            ? TypedResults.Ok(RuleSetsPublished.From(publication, RequestLanguage.Of(request)))
            : Problems.From(publication.Diagnostics);
    }

    private static async Task<Results<Ok<DocumentChecked>, ProblemHttpResult>> ValidateAsync(
        HttpRequest request,
        RuleSetTrial trial,
        CancellationToken cancellationToken
    )
    {
        var body = await JsonBody.ReadAsync(request, cancellationToken);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var diagnostics = await trial.CheckAsync(body.Text, cancellationToken);
        return DocumentChecked.Answer(diagnostics, RequestLanguage.Of(request));
    }
}
