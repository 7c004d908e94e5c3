using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Contacts;

/// <summary>What a contact agreed to and refused, with proof: shown, granted, withdrawn.</summary>
internal static class ConsentEndpoints
{
    private const string Source = "api";

    public static void MapConsents(this IEndpointRouteBuilder routes)
    {
        var consents = routes.MapGroup("/contacts/{id:guid}/consents").WithTags("Contacts");
        consents
            .MapGet("/", ListAsync)
            .WithSummary("What the contact wants now, by channel and purpose, and every word it said, with proof.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        consents
            .MapPost("/", SayAsync)
            .Allow(Role.Operator)
            .WithSummary("Writes down that the contact agrees, or refuses, with proof. The same id twice is one word.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<ConsentsBody>, ProblemHttpResult>> ListAsync(
        Guid id,
        IContactStore contacts,
        IConsentLedger ledger,
        CancellationToken cancellationToken
    ) =>
        await contacts.FindAsync(Tenants.Default, id, cancellationToken) is null
            ? NotFound(id)
            : TypedResults.Ok(await ReadAsync(id, ledger, cancellationToken));

    private static async Task<Results<Ok<ConsentsBody>, ProblemHttpResult>> SayAsync(
        Guid id,
        ConsentWord word,
        IContactStore contacts,
        ContactEventIntake intake,
        IConsentLedger ledger,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (await contacts.FindAsync(Tenants.Default, id, cancellationToken) is not { Identities: [var name, ..] })
        {
            return NotFound(id);
        }

        if (word.Mistake is { } mistake)
        {
            return Problems.BadRequest(mistake);
        }

        var now = clock.GetUtcNow();
        var said = new ContactEvent(
            Source,
            $"consent:{id:N}:{word.Id ?? $"{Guid.CreateVersion7(now):N}"}",
            word.IsGranted!.Value ? ContactEventTypes.OptedIn : ContactEventTypes.OptedOut,
            word.At ?? now,
            [name],
            Data(word)
        );
        var result = await intake.AcceptAsync(Tenants.Default, [said], cancellationToken);
        return result.IsAccepted
            ? TypedResults.Ok(await ReadAsync(id, ledger, cancellationToken))
            : Problems.From(result.Diagnostics, "The word cannot be written down.");
    }

    private static string Data(ConsentWord word)
    {
        var data = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["channel"] = word.Channel,
            ["purpose"] = word.Purpose,
            ["source"] = word.Source,
            ["textVersion"] = word.TextVersion,
            ["staff"] = word.Staff,
        };
        return JsonSerializer.Serialize(
            data.Where(pair => pair.Value is not null).ToDictionary(StringComparer.Ordinal)
        );
    }

    private static async Task<ConsentsBody> ReadAsync(
        Guid id,
        IConsentLedger ledger,
        CancellationToken cancellationToken
    )
    {
        var words = await ledger.ListAsync(Tenants.Default, id, cancellationToken);
        return new ConsentsBody(
            [.. ContactConsents.Of(words.Select(word => word.Mark))],
            [.. words.Select(ConsentBody.From)]
        );
    }

    private static ProblemHttpResult NotFound(Guid id) => Problems.NotFound($"There is no contact {id}.");
}
