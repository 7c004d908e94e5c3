using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Api;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Plays.Referral;
using Workflows.Storage.Invites;
using Workflows.Storage.Referral;
using Workflows.Storage.Users;

namespace Workflows.Host.Referral;

/// <summary><c>/api/referral</c>: distributions, and what comes of them.</summary>
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
        programs.MapReferralMembers();
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

    /// <summary>There is no such distribution.</summary>
    public static ProblemHttpResult None(string name) => Problems.NotFound($"There is no distribution '{name}'.");
}
