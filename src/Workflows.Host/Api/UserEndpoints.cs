using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Storage.Users;

namespace Workflows.Host.Api;

/// <summary>Who may sign in; for administrators.</summary>
internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder routes)
    {
        var users = routes.MapGroup("/users").Allow(Role.Administrator).WithTags("Users");
        users.MapGet("/", ListAsync).WithSummary("Everybody who may sign in.");
        users.MapPost("/", AddAsync).WithSummary("Adds a user.").ProducesProblem(StatusCodes.Status400BadRequest);
        users
            .MapPatch("/{id:guid}", ChangeAsync)
            .WithSummary("Changes a user's role or password, and ends the user's sessions.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        users
            .MapDelete("/{id:guid}", RemoveAsync)
            .WithSummary("Removes a user.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<Page<UserBody>>> ListAsync(UserStore users, CancellationToken cancellationToken)
    {
        var all = await users.ListAsync(Tenants.Default, cancellationToken);
        return TypedResults.Ok(new Page<UserBody>([.. all.Select(UserBody.From)], null));
    }

    private static async Task<Results<Ok<UserBody>, ProblemHttpResult>> AddAsync(
        NewUser user,
        UserRoll roll,
        CancellationToken cancellationToken
    )
    {
        var (added, mistake) = await roll.AddAsync(user.Name, user.Password, user.Role, cancellationToken);
        return added is null ? Problems.BadRequest(mistake!) : TypedResults.Ok(UserBody.From(added));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangeAsync(
        Guid id,
        UserChange change,
        UserStore users,
        UserRoll roll,
        CancellationToken cancellationToken
    )
    {
        if (await users.FindAsync(Tenants.Default, id, cancellationToken) is not { } user)
        {
            return NotFound(id);
        }

        return await roll.ChangeAsync(user, change.Role, change.Password, cancellationToken) is { } mistake
            ? Problems.BadRequest(mistake)
            : TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        Guid id,
        UserStore users,
        UserRoll roll,
        CancellationToken cancellationToken
    )
    {
        if (await users.FindAsync(Tenants.Default, id, cancellationToken) is not { } user)
        {
            return NotFound(id);
        }

        await roll.RemoveAsync(user, cancellationToken);
        return TypedResults.NoContent();
    }

    private static ProblemHttpResult NotFound(Guid id) => Problems.NotFound($"There is no user {id}.");
}
