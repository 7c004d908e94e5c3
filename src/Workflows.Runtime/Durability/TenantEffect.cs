using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Durability;

/// <summary>An effect and whose turn asked for it.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Subject">The subject of the turn.</param>
/// <param name="Effect">What is asked for.</param>
public sealed record TenantEffect(int Tenant, Guid Subject, Effect Effect);
