using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Places.Staff;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Places;

/// <summary>The staff: who serves customers, how many, and how many more.</summary>
internal static class StaffEndpoints
{
    public static void MapStaff(this IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("/staff").WithTags("Places");
        staff
            .MapGet("/", ListAsync)
            .WithSummary("A page of the staff.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        staff
            .MapGet("/{id}", GetAsync)
            .WithSummary("One member of the staff.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        staff
            .MapPut("/{id}", SaveAsync)
            .Allow(Role.Operator)
            .WithSummary("Adds a member of the staff, or replaces what is known of it; the load stays.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<Results<Ok<Page<StaffBody>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PlacesQuery query,
        IStaffRegister staff,
        CancellationToken cancellationToken
    ) =>
        Paging.ByNameAsync(
            query.After,
            query.Limit,
            (after, limit) => staff.ListAsync(Tenants.Default, after, limit, cancellationToken),
            member => member.Id,
            StaffBody.From
        );

    private static async Task<Results<Ok<StaffBody>, ProblemHttpResult>> GetAsync(
        string id,
        IStaffRegister staff,
        CancellationToken cancellationToken
    ) =>
        await staff.FindAsync(Tenants.Default, id, cancellationToken) is { } member
            ? TypedResults.Ok(StaffBody.From(member))
            : Problems.NotFound($"There is no member of the staff '{id}'.");

    private static async Task<Results<Ok<StaffBody>, ProblemHttpResult>> SaveAsync(
        string id,
        StaffBody body,
        IStaffRegister staff,
        CancellationToken cancellationToken
    )
    {
        var member = body.ToMember(id);
        if (StaffValidator.Validate(member) is { Count: > 0 } mistakes)
        {
            return Problems.From(mistakes, "The member of the staff cannot be kept.");
        }

        await staff.SaveAsync(Tenants.Default, [member], cancellationToken);
        return TypedResults.Ok(StaffBody.From((await staff.FindAsync(Tenants.Default, id, cancellationToken))!));
    }
}
