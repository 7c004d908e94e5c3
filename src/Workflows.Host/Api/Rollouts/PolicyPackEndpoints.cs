using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Marketing.Limits.Safety;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Rollouts;

/// <summary>The safe boundaries of communities, as one pack that is on unless an administrator says why not (S0-65).</summary>
internal static class PolicyPackEndpoints
{
    public static void MapPolicyPacks(this IEndpointRouteBuilder routes)
    {
        var pack = routes.MapGroup($"/policy-packs/{CommunitySafety.Name}").WithTags("Limits");
        pack.MapGet("/", GetAsync)
            .WithSummary("Whether the pack 社群安全边界 is on, what belongs to it, and who switched it when and why.");
        pack.MapPut("/", PutAsync)
            .Allow(Role.Administrator)
            .WithSummary("Turns the pack on or off, for a reason that is kept.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Ok<PolicyPackBody>> GetAsync(
        CommunitySafety safety,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(PolicyPackBody.From(await safety.ReadAsync(cancellationToken)));

    private static async Task<Results<Ok<PolicyPackBody>, ProblemHttpResult>> PutAsync(
        PolicyPackSwitch body,
        ClaimsPrincipal user,
        CommunitySafety safety,
        CancellationToken cancellationToken
    )
    {
        var (pack, diagnostics) = await safety.SwitchAsync(
            body.On,
            body.Reason,
            user.Identity?.Name ?? "",
            cancellationToken
        );
        return pack is null
            ? Problems.From(diagnostics, "The pack stays as it is.")
            : TypedResults.Ok(PolicyPackBody.From(pack));
    }
}
