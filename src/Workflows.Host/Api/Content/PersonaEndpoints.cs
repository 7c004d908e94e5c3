using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Content;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Content;

/// <summary>Personas: who speaks (S1-39…41).</summary>
internal static class PersonaEndpoints
{
    public static void MapPersonas(this IEndpointRouteBuilder routes)
    {
        var personas = routes.MapGroup("/personas").WithTags("Content");
        personas
            .MapGet("/", ListAsync)
            .WithSummary("A page of personas.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        personas.MapGet("/{id}", GetAsync).WithSummary("One persona.").ProducesProblem(StatusCodes.Status404NotFound);
        personas
            .MapPut("/{id}", SaveAsync)
            .Allow(Role.Consultant)
            .Accepts<Persona>("application/json")
            .WithSummary("Adds a persona, or replaces what is known of it.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<Page<Persona>>, ProblemHttpResult>> ListAsync(
        string? after,
        int? limit,
        IPersonaRegister personas,
        CancellationToken cancellationToken
    )
    {
        if (Paging.Mistake(limit) is { } mistake)
        {
            return mistake;
        }

        var count = limit ?? Paging.DefaultLimit;
        var page = await personas.ListAsync(Tenants.Default, after, count, cancellationToken);
        return TypedResults.Ok(new Page<Persona>(page, page.Count < count ? null : page[^1].Id));
    }

    private static async Task<Results<Ok<Persona>, ProblemHttpResult>> GetAsync(
        string id,
        IPersonaRegister personas,
        CancellationToken cancellationToken
    ) =>
        await personas.FindAsync(Tenants.Default, id, cancellationToken) is { } persona
            ? TypedResults.Ok(persona)
            : Problems.NotFound($"There is no persona '{id}'.");

    private static async Task<Results<Ok<Persona>, ProblemHttpResult>> SaveAsync(
        string id,
        HttpRequest request,
        IPersonaRegister personas,
        CancellationToken cancellationToken
    )
    {
        var (document, problem) = await ContentRequest.ReadAsync<Persona>(request, cancellationToken);
        if (document is null)
        {
            return problem!;
        }

        var persona = document with { Id = id };
        if (PersonaCheck.Run(persona) is { Count: > 0 } mistakes)
        {
            return Problems.From(mistakes, "The persona cannot be kept.");
        }

        await personas.SaveAsync(Tenants.Default, persona, cancellationToken);
        return TypedResults.Ok(persona);
    }
}
