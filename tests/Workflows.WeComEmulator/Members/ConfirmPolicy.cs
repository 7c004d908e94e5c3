namespace Workflows.WeComEmulator.Members;

/// <summary>How a member deals with sending tasks when nobody touches the staff phone.</summary>
public sealed record ConfirmPolicy
{
    /// <summary>The likelihood, from 0 to 1, that a task is confirmed at all.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Seconds from the task to its confirmation.</summary>
    public double DelaySeconds { get; init; }

    /// <summary>The likelihood, from 0 to 1, that each recipient of a confirmed task is kept; the others are left out.</summary>
    public double Share { get; init; } = 1;
}
