using Workflows.Storage.Users;

namespace Workflows.Host.Api;

/// <summary>What is to be changed about a user; what is left out stays.</summary>
internal sealed record UserChange(Role? Role, string? Password);
