using Microsoft.AspNetCore.Authorization;
using Workflows.Storage.Users;

namespace Workflows.Host.Auth;

/// <summary>One policy a role: a route names the least that is needed.</summary>
internal static class RolePolicies
{
    public static void Configure(AuthorizationOptions options)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            options.AddPolicy(
                role.ToString(),
                policy => policy.RequireAuthenticatedUser().RequireAssertion(context => context.User.Is(role))
            );
        }

        // A route that forgets to say who may ask is closed.
        options.FallbackPolicy = options.GetPolicy(nameof(Role.Administrator));
    }

    /// <summary>Opens a route to a role and everything above it.</summary>
    public static TBuilder Allow<TBuilder>(this TBuilder route, Role role)
        where TBuilder : IEndpointConventionBuilder => route.RequireAuthorization(role.ToString());
}
