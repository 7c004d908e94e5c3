namespace Workflows.Runtime.Alterations;

/// <summary>What an operator changes about one instance. It happens in a turn of the instance, and its journal tells of it.</summary>
public abstract record Alteration
{
    private Alteration() { }

    /// <summary>Gives a variable of the workflow another value.</summary>
    /// <param name="Variable">The variable's id or name.</param>
    /// <param name="Value">The value; it is converted to the variable's type.</param>
    public sealed record SetVariable(string Variable, object? Value) : Alteration;

    /// <summary>
    /// Runs an activity: again where it failed, which also takes its incidents away and brings a faulted instance back to life;
    /// otherwise once more in the container it stands in, while that runs.
    /// </summary>
    /// <param name="ActivityId">The activity's id.</param>
    public sealed record RunActivity(string ActivityId) : Alteration;

    /// <summary>Runs everything again that failed.</summary>
    public sealed record RetryFailed : Alteration;

    /// <summary>Gives up the executions of an activity that wait, run or failed; what waits for them goes on without them.</summary>
    /// <param name="ActivityId">The activity's id.</param>
    public sealed record CancelActivity(string ActivityId) : Alteration;

    /// <summary>Ends the instance.</summary>
    public sealed record CancelInstance : Alteration;
}
