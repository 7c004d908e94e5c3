namespace Workflows.Host.Api.Rollouts;

/// <summary>A pilot that goes on though it did not pass.</summary>
/// <param name="Reason">Why; 1 to 1,000 characters.</param>
internal sealed record PilotOverride(string? Reason);
