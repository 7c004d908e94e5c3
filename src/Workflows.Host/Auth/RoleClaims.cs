using System.Security.Claims;
using Workflows.Storage.Users;

namespace Workflows.Host.Auth;

/// <summary>How a signed-in person or program carries a role.</summary>
internal static class RoleClaims
{
    /// <summary>The claim that names the password and role a session began with.</summary>
    public const string Stamp = "stamp";

    public static ClaimsPrincipal Principal(string scheme, string name, Role role, params IEnumerable<Claim> further)
    {
        var claims = further
            .Append(new Claim(ClaimTypes.Name, name))
            .Append(new Claim(ClaimTypes.Role, role.ToString()));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme, ClaimTypes.Name, ClaimTypes.Role));
    }

    /// <summary>The role of whoever asks; null for strangers.</summary>
    public static Role? RoleOf(this ClaimsPrincipal principal) =>
        Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), out var role) ? role : null;

    /// <summary>Whether whoever asks may do what <paramref name="role"/> may.</summary>
    public static bool Is(this ClaimsPrincipal principal, Role role) => principal.RoleOf() >= role;
}
