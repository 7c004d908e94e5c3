namespace Workflows.Storage.Users;

internal sealed class UserRow
{
    public Guid Id { get; set; }

    public int Tenant { get; set; }

    public required string Name { get; set; }

    /// <summary>The name in the case it is found by.</summary>
    public required string NormalizedName { get; set; }

    public Role Role { get; set; }

    public required string PasswordHash { get; set; }

    public Guid Stamp { get; set; }

    public int FailedSignIns { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public User ToUser() => new(Id, Name, Role, PasswordHash, Stamp, FailedSignIns, LockedUntil, CreatedAt);
}
