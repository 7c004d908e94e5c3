namespace Workflows.Marketing.Experiments;

/// <summary>How the ways of an experiment compare.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Arms">Its ways, by name.</param>
public sealed record ExperimentReport(string Experiment, IReadOnlyList<ExperimentArm> Arms)
{
    /// <summary>The chance that equal ways differ at least so much; null where there are not two ways with a sample.</summary>
    public double? PValue =>
        Arms is [{ Entered: > 0 } one, { Entered: > 0 } other]
            ? Proportions.PValue((one.Reached, one.Entered), (other.Reached, other.Entered))
            : null;

    /// <summary>Whether the difference is more than chance: a chance below 5 %, and at least 30 contacts and 5 successes and failures a way.</summary>
    public bool IsSignificant => PValue < 0.05 && Arms.All(HasEnough);

    /// <summary>The better way, once that is significant.</summary>
    public string? Winner => IsSignificant ? Arms.MaxBy(arm => arm.Rate)!.Name : null;

    private static bool HasEnough(ExperimentArm arm) =>
        arm.Entered >= 30 && arm.Reached >= 5 && arm.Entered - arm.Reached >= 5;
}
