using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Content;

/// <summary>What the staff says by hand: an event of the contact, that journeys can wait for and figures count (S1-44).</summary>
internal static class UseEndpoints
{
    private const int LongestStaff = 64;

    public static void MapUses(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/content/{id}/versions/{version:int}/uses", UseAsync)
            .Allow(Role.Operator)
            .WithTags("Content")
            .WithSummary(
                "Says that a member of the staff said a version to a contact by hand, for example copied a script."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<ContentUsed>, ProblemHttpResult>> UseAsync(
        string id,
        int version,
        ContentUseBody body,
        IContentStore contents,
        IContactStore contacts,
        ContactEventIntake intake,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (body.Staff?.Trim() is not { Length: > 0 and <= LongestStaff } staff || string.IsNullOrWhiteSpace(body.Id))
        {
            return Problems.BadRequest($"'id' and 'staff' are needed; 'staff' has at most {LongestStaff} characters.");
        }

        var reference = new ContentRef(id, version);
        if (await contents.FindAsync(Tenants.Default, reference, cancellationToken) is null)
        {
            return Problems.NotFound($"There is no content '{reference}'.");
        }

        if (await contacts.FindAsync(Tenants.Default, body.Contact, cancellationToken) is not { } contact)
        {
            return Problems.NotFound($"There is no contact '{body.Contact:N}'.");
        }

        var at = body.At?.ToUniversalTime() ?? clock.GetUtcNow();
        var use = new ContentUse(reference.ToString(), staff).On(body.Id.Trim(), contact.Identities, at);
        var result = await intake.AcceptAsync(Tenants.Default, [use], cancellationToken);
        return result.IsAccepted
            ? TypedResults.Ok(new ContentUsed(reference.ToString(), result.Receipts[0].IsDuplicate))
            : Problems.From(result.Diagnostics, "The use cannot be counted.");
    }
}
