namespace Workflows.Host.Api.Rollouts;

/// <summary>A pack that is switched.</summary>
/// <param name="On">Whether it is on from now on.</param>
/// <param name="Reason">Why; 1 to 1,000 characters.</param>
internal sealed record PolicyPackSwitch(bool On, string? Reason);
