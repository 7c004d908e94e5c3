namespace Workflows.Storage.Users;

/// <summary>Somebody who may sign in.</summary>
/// <param name="Id">Identifies the user.</param>
/// <param name="Name">The name to sign in with; letters' case does not count.</param>
/// <param name="Role">What the user may do.</param>
/// <param name="PasswordHash">What the password hashes to.</param>
/// <param name="Stamp">Changes with the password and the role; sessions of an older stamp are over.</param>
/// <param name="FailedSignIns">How often in a row the password was wrong.</param>
/// <param name="LockedUntil">Until when no password is accepted; null for not locked.</param>
/// <param name="CreatedAt">When the user was added.</param>
public sealed record User(
    Guid Id,
    string Name,
    Role Role,
    string PasswordHash,
    Guid Stamp,
    int FailedSignIns,
    DateTimeOffset? LockedUntil,
    DateTimeOffset CreatedAt
);
