using Workflows.Marketing.Experiments;

namespace Workflows.Host.Api;

/// <summary>One arm of an experiment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Entered">The contacts drawn into it: the sample.</param>
/// <param name="Reached">Those of them who reached the goal in time.</param>
/// <param name="Rate">Their share.</param>
/// <param name="Low">The lower end of its 95 % interval.</param>
/// <param name="High">The upper end.</param>
internal sealed record ExperimentArmBody(string Name, int Entered, int Reached, double? Rate, double? Low, double? High)
{
    public static ExperimentArmBody From(ExperimentArm arm) =>
        new(arm.Name, arm.Entered, arm.Reached, arm.Rate, arm.Interval?.Low, arm.Interval?.High);
}
