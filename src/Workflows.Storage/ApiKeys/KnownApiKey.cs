using Workflows.Storage.Users;

namespace Workflows.Storage.ApiKeys;

/// <summary>A key that opens the API.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Role">What its holder may do.</param>
public sealed record KnownApiKey(string Name, Role Role);
