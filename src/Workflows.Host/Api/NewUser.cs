using Workflows.Storage.Users;

namespace Workflows.Host.Api;

/// <summary>Somebody to be added.</summary>
/// <param name="Name">The name to sign in with.</param>
/// <param name="Password">The password: 10 characters or more.</param>
/// <param name="Role">What the user may do.</param>
internal sealed record NewUser(string Name, string Password, Role Role);
