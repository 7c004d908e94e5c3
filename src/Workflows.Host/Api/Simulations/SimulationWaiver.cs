namespace Workflows.Host.Api.Simulations;

/// <summary>Why a journey may be published unsimulated.</summary>
/// <param name="Reason">1 to 1000 characters.</param>
internal sealed record SimulationWaiver(string? Reason);
