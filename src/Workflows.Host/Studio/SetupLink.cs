using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Workflows.Host.Composition;
using Workflows.Storage.Users;

namespace Workflows.Host.Studio;

/// <summary>
/// The one link that makes the first administrator. It is printed where the server was started, lives as long as the
/// process, and is worth nothing once there is anybody.
/// </summary>
internal sealed class SetupLink(UserStore users)
{
    private readonly string _token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    /// <summary>The link for a server that answers at <paramref name="address"/>; null where there is somebody already.</summary>
    public async Task<string?> OnAsync(string address, CancellationToken cancellationToken) =>
        await users.AnyAsync(Tenants.Default, cancellationToken)
            ? null
            : $"{address}{StudioPaths.Setup}?token={_token}";

    /// <summary>Whether this is the link's token and there is nobody yet.</summary>
    public async Task<bool> OpensAsync(string? token, CancellationToken cancellationToken) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token ?? ""), Encoding.UTF8.GetBytes(_token))
        && !await users.AnyAsync(Tenants.Default, cancellationToken);
}
