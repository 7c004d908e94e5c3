using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Api;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Plays.Referral;
using Workflows.Storage.Referral;
using Workflows.Storage.Users;

namespace Workflows.Host.Referral;

/// <summary><c>/api/referral/programs/{name}/members</c>: who is in a distribution, and what they are paid for.</summary>
internal static class ReferralMemberEndpoints
{
    public static void MapReferralMembers(this IEndpointRouteBuilder programs)
    {
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
            return ReferralEndpoints.None(name);
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
            return ReferralEndpoints.None(name);
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
}
