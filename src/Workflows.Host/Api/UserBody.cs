using Workflows.Storage.Users;

namespace Workflows.Host.Api;

/// <summary>Somebody who may sign in, as the API shows them.</summary>
internal sealed record UserBody(Guid Id, string Name, Role Role, DateTimeOffset CreatedAt, DateTimeOffset? LockedUntil)
{
    public static UserBody From(User user) => new(user.Id, user.Name, user.Role, user.CreatedAt, user.LockedUntil);
}
