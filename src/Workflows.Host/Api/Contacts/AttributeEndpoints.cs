using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Marketing.Contacts;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Contacts;

/// <summary>The schema of contacts' attributes.</summary>
internal static class AttributeEndpoints
{
    public static void MapAttributes(this IEndpointRouteBuilder routes)
    {
        var attributes = routes.MapGroup("/attributes").WithTags("Contacts");
        attributes.MapGet("/", GetAsync).WithSummary("The attributes contacts may have, of what kind, with labels.");
        attributes
            .MapPut("/", SaveAsync)
            .Allow(Role.Consultant)
            .Accepts<AttributeSchemaBody>("application/json")
            .WithSummary("Replaces the schema; what contacts have already stays as it is.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Ok<AttributeSchemaBody>> GetAsync(
        AttributeCatalog catalog,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(AttributeSchemaBody.From(await catalog.GetAsync(cancellationToken)));

    private static async Task<Results<Ok<AttributeSchemaBody>, ProblemHttpResult>> SaveAsync(
        HttpRequest request,
        AttributeCatalog catalog,
        CancellationToken cancellationToken
    )
    {
        var body = await JsonBody.ReadAsync(request, cancellationToken);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        return await catalog.SaveAsync(body.Text, cancellationToken) is { Count: > 0 } mistakes
            ? Problems.From(mistakes, "The schema cannot be kept.")
            : TypedResults.Ok(AttributeSchemaBody.From(await catalog.GetAsync(cancellationToken)));
    }
}
