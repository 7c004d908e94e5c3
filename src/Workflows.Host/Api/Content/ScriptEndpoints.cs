using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;

namespace Workflows.Host.Api.Content;

/// <summary>Scripts (话术, S1-44) as a sidebar offers them: approved ones, filled in for the customer in the chat.</summary>
internal static class ScriptEndpoints
{
    public static void MapScripts(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/scripts", ListAsync)
            .WithTags("Content")
            .WithSummary("Approved scripts, filled in for a contact where one is named.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Page<ScriptBody>>, ProblemHttpResult>> ListAsync(
        [AsParameters] ScriptsQuery query,
        IContentStore contents,
        IContactStore contacts,
        CancellationToken cancellationToken
    )
    {
        if (Paging.Mistake(query.Limit) is { } mistake)
        {
            return mistake;
        }

        ContactState? contact = null;
        if (query.Contact is { } id)
        {
            contact = await contacts.FindAsync(Tenants.Default, id, cancellationToken);
            if (contact is null)
            {
                return Problems.NotFound($"There is no contact '{id:N}'.");
            }
        }

        var asked = new ContentQuery(query.After, query.Limit ?? Paging.DefaultLimit)
        {
            Kind = ContentKinds.Script,
            Category = query.Category,
            Search = query.Search,
            Sendable = true,
        };
        var found = await contents.ListAsync(Tenants.Default, asked, cancellationToken);
        var filling = new ScriptFilling(contact);
        return TypedResults.Ok(
            new Page<ScriptBody>(
                [.. found.Select(version => ScriptBody.From(version, filling, query.Language))],
                found.Count < asked.Take ? null : found[^1].Item.Id
            )
        );
    }
}
