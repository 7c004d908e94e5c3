using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Rules.Catalog;
using Workflows.Storage.Users;

namespace Workflows.Host.Api;

/// <summary>The versions of a rule set: which there are, and back to an old one.</summary>
internal static class RuleSetVersionEndpoints
{
    public static void MapRuleSetVersions(this IEndpointRouteBuilder routes)
    {
        var versions = routes.MapGroup("/rule-sets/{name}/versions").WithTags("Rule sets");
        versions
            .MapGet("/", ListAsync)
            .WithSummary("Every version of a rule set, the newest first.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        versions
            .MapPost("/{version:int}/publish", RollBackAsync)
            .Allow(Role.Consultant)
            .WithSummary("Publishes an old version again, as the newest.")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<Page<RuleSetBody>>, ProblemHttpResult>> ListAsync(
        string name,
        RuleSetCatalog catalog,
        CancellationToken cancellationToken
    )
    {
        var versions = await catalog.VersionsAsync(name, cancellationToken);
        return versions.Count == 0
            ? Problems.NotFound($"There is no rule set '{name}'.")
            : TypedResults.Ok(new Page<RuleSetBody>([.. versions.Select(RuleSetBody.Brief)], null));
    }

    private static async Task<Results<Ok<RuleSetsPublished>, ProblemHttpResult>> RollBackAsync(
        string name,
        int version,
        HttpRequest request,
        RuleSetCatalog catalog,
        RaisedLimits raised,
        CancellationToken cancellationToken
    )
    {
        var versions = await catalog.VersionsAsync(name, cancellationToken);
        if (
            versions.FirstOrDefault(old => old.Version == version) is { } found
            && await raised.RefuseAsync(found.Json, request, cancellationToken) is { } problem
        )
        {
            return problem;
        }

        var publication = await catalog.RollBackAsync(name, version, cancellationToken);
        return publication switch
        {
            null => Problems.NotFound($"There is no version {version} of a rule set '{name}'."),
            { Succeeded: true } => TypedResults.Ok(RuleSetsPublished.From(publication, RequestLanguage.Of(request))),
            _ => Problems.From(publication.Diagnostics),
        };
    }
}
