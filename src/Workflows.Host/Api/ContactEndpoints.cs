using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;

namespace Workflows.Host.Api;

/// <summary>What is remembered of contacts.</summary>
internal static class ContactEndpoints
{
    public static void MapContacts(this IEndpointRouteBuilder routes)
    {
        var contacts = routes.MapGroup("/contacts").WithTags("Contacts");
        contacts
            .MapGet("/", ListAsync)
            .WithSummary("A page of contacts, or the one contact known by kind and identity.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        contacts
            .MapGet("/{id:guid}", GetAsync)
            .WithSummary("One contact.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<Page<ContactBody>>, ProblemHttpResult>> ListAsync(
        [AsParameters] ContactsQuery query,
        IContactStore contacts,
        CancellationToken cancellationToken
    )
    {
        if (query.Identity is { } value)
        {
            if (!ContactIdentity.TryParseKind(query.Kind ?? "", out var kind))
            {
                return Problems.BadRequest($"'kind' is one of {string.Join(", ", ContactIdentity.KindNames)}.");
            }

            var found = await contacts.FindAsync(Tenants.Default, new ContactIdentity(kind, value), cancellationToken);
            return TypedResults.Ok(new Page<ContactBody>(found is null ? [] : [ContactBody.From(found)], null));
        }

        if (Paging.Mistake(query.Limit) is { } mistake)
        {
            return mistake;
        }

        if (!Paging.TryReadId(query.After, out var after))
        {
            return Paging.UnknownCursor();
        }

        var limit = query.Limit ?? Paging.DefaultLimit;
        var page = await contacts.ListAsync(Tenants.Default, after, limit, cancellationToken);
        var next = page.Count < limit ? null : page[^1].Id.ToString("N");
        return TypedResults.Ok(new Page<ContactBody>([.. page.Select(ContactBody.From)], next));
    }

    private static async Task<Results<Ok<ContactBody>, ProblemHttpResult>> GetAsync(
        Guid id,
        IContactStore contacts,
        CancellationToken cancellationToken
    ) =>
        await contacts.FindAsync(Tenants.Default, id, cancellationToken) is { } contact
            ? TypedResults.Ok(ContactBody.From(contact))
            : Problems.NotFound($"There is no contact {id}.");
}
