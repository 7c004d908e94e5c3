namespace Workflows.Host.Api.Rollouts;

/// <summary>A pilot that begins.</summary>
/// <param name="Stores">The ids of its stores, 1 to 1,000.</param>
internal sealed record PilotToBegin(IReadOnlyList<string>? Stores);
