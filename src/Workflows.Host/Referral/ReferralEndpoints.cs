using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Api;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Plays.Referral;
using Workflows.Storage.Invites;
using Workflows.Storage.Referral;
using Workflows.Storage.Users;

namespace Workflows.Host.Referral;

/// <summary><c>/api/referral</c>: distributions, who is in them, what they are paid for and what comes of it.</summary>
internal static class ReferralEndpoints
{
    public static void MapReferral(this IEndpointRouteBuilder routes)
    {
        var programs = routes.MapGroup("/referral/programs").WithTags("Referral");
        programs.MapGet("/", ListAsync).WithSummary("All distributions.");
        programs
            .MapGet("/{name}", GetAsync)
            .WithSummary("One distribution.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        programs
            .MapPut("/{name}", SaveAsync)
            .Allow(Role.Operator)
            .WithSummary(
                "Adds a distribution of one or two levels, or replaces what is said of it. A third level is refused."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        programs
            .MapGet("/{name}/members", MembersAsync)
            .WithSummary("A page of those in a distribution, with what is owed to them.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        programs
            .MapPost("/{name}/members", ImportAsync)
            .Allow(Role.Operator)
            .WithSummary(
                "Takes over who is in a distribution of another system; rows that are wrong are left out and told."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        programs
            .MapGet("/{name}/members/{contact:guid}", MemberAsync)
            .WithSummary("A contact in a distribution: its tiers, what it is owed and what for.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        programs
            .MapGet("/{name}/figures", FiguresAsync)
            .WithSummary(
                "What a distribution came to, and how its invitations spread; of the last 30 days unless given."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<IReadOnlyList<ProgramBody>>> ListAsync(
        IReferralStore store,
        CancellationToken cancellationToken
    )
    {
        var programs = await store.ProgramsAsync(Tenants.Default, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<ProgramBody>>([.. programs.Select(ProgramBody.From)]);
    }

    private static async Task<Results<Ok<ProgramBody>, ProblemHttpResult>> GetAsync(
        string name,
        IReferralStore store,
        CancellationToken cancellationToken
    ) =>
        await store.FindProgramAsync(Tenants.Default, name, cancellationToken) is { } program
            ? TypedResults.Ok(ProgramBody.From(program))
            : None(name);

    private static async Task<Results<Ok<ProgramBody>, ProblemHttpResult>> SaveAsync(
        string name,
        ProgramBody body,
        IReferralStore store,
        CancellationToken cancellationToken
    )
    {
        var program = body.ToProgram(name);
        var mistakes = ReferralProgramCheck.Run(program);
        if (mistakes.Count > 0)
        {
            return Problems.From(mistakes, "The distribution cannot be kept.");
        }

        await store.SaveProgramAsync(Tenants.Default, program, cancellationToken);
        return TypedResults.Ok(ProgramBody.From(program));
    }

    private static async Task<Results<Ok<Page<MemberBody>>, ProblemHttpResult>> MembersAsync(
        string name,
        string? after,
        int? limit,
        IReferralStore store,
        ReferralLedger ledger,
        CancellationToken cancellationToken
    )
    {
        if (Paging.Mistake(limit) is { } mistake)
        {
            return mistake;
        }

        if (!Paging.TryReadId(after, out var last))
        {
            return Paging.UnknownCursor();
        }

        if (await store.FindProgramAsync(Tenants.Default, name, cancellationToken) is null)
        {
            return None(name);
        }

        var most = limit ?? Paging.DefaultLimit;
        var page = await ledger.ListAsync(name, last, most, cancellationToken);
        return TypedResults.Ok(new Page<MemberBody>(page, page.Count < most ? null : $"{page[^1].Id}"));
    }

    private static async Task<Results<Ok<MembersImported>, ProblemHttpResult>> ImportAsync(
        string name,
        MembersToImport body,
        HttpRequest request,
        IReferralStore store,
        ReferralImport import,
        CancellationToken cancellationToken
    )
    {
        if (body.Members is not { Count: > 0 and <= ReferralImport.MostRows } rows || rows.Any(row => row is null))
        {
            return Problems.BadRequest($"'members' is a list of 1 to {ReferralImport.MostRows} rows.");
        }

        if (await store.FindProgramAsync(Tenants.Default, name, cancellationToken) is null)
        {
            return None(name);
        }

        var result = await import.RunAsync(Tenants.Default, name, rows, cancellationToken);
        return TypedResults.Ok(MembersImported.From(result, RequestLanguage.Of(request)));
    }

    private static async Task<Results<Ok<DistributorBody>, ProblemHttpResult>> MemberAsync(
        string name,
        Guid contact,
        string? after,
        IReferralStore store,
        ReferralLedger ledger,
        ReferralReports reports,
        CancellationToken cancellationToken
    )
    {
        if (!Paging.TryReadPlace(after, out var skip))
        {
            return Paging.UnknownCursor();
        }

        if (await ledger.FindAsync(name, contact, cancellationToken) is not { } member)
        {
            return Problems.NotFound($"The contact is not in a distribution '{name}'.");
        }

        var tiers = await store.TiersAsync(Tenants.Default, name, [member.Id], cancellationToken);
        var paid = await reports.ListAsync(
            Tenants.Default,
            name,
            member.Id,
            skip,
            Paging.DefaultLimit,
            cancellationToken
        );
        return TypedResults.Ok(
            new DistributorBody(
                member,
                [.. tiers.Select(TierBody.Of)],
                [.. paid.Select(CommissionBody.From)],
                Paging.Next(skip, Paging.DefaultLimit, paid.Count)
            )
        );
    }

    private static async Task<Results<Ok<FiguresBody>, ProblemHttpResult>> FiguresAsync(
        string name,
        DateTimeOffset? from,
        DateTimeOffset? to,
        IReferralStore store,
        ReferralReports reports,
        InviteReports invites,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var span = FiguresSpan.Of(from, to, clock);
        if (span.From >= span.Until)
        {
            return Problems.BadRequest("'from' is before 'to'.");
        }

        return await store.FindProgramAsync(Tenants.Default, name, cancellationToken) is null
            ? None(name)
            : TypedResults.Ok(
                FiguresBody.From(
                    await reports.ReadAsync(Tenants.Default, name, span.From, span.Until, cancellationToken),
                    await invites.ReadAsync(Tenants.Default, name, span.From, span.Until, cancellationToken)
                )
            );
    }

    private static ProblemHttpResult None(string name) => Problems.NotFound($"There is no distribution '{name}'.");
}
