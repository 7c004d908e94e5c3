namespace Workflows.Marketing.Experiments;

/// <summary>One way of an experiment, and how it went.</summary>
/// <param name="Name">The way.</param>
/// <param name="Entered">The contacts drawn into it: the sample.</param>
/// <param name="Reached">Those of them who got there in time.</param>
public sealed record ExperimentArm(string Name, int Entered, int Reached)
{
    /// <summary>The share that got there; null without a sample.</summary>
    public double? Rate => Entered == 0 ? null : (double)Reached / Entered;

    /// <summary>Where the true share lies with 95 % confidence (Wilson); null without a sample.</summary>
    public (double Low, double High)? Interval => Entered == 0 ? null : Proportions.Wilson(Reached, Entered);
}
