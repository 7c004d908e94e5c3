namespace Workflows.Runtime.Activities.Looping;

/// <summary>Runs its body as long as a condition holds.</summary>
[Activity("Elsa", "Looping", "Runs its body as long as a condition holds.")]
public sealed class While : Activity, ILoop
{
    private ActivityCompletionCallback? _onBodyCompleted;

    /// <summary>Asked before every round.</summary>
    [Input(Description = "Asked before every round.")]
    public Input<bool> Condition { get; set; } = new(false);

    /// <summary>What is repeated.</summary>
    [Port]
    public IActivity? Body { get; set; }

    internal override ActivityCompletionCallback ChildCallback => _onBodyCompleted ??= OnBodyCompletedAsync;

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        context.ForgetInputs();
        if (!Condition.Get(context))
        {
            return context.CompleteActivityAsync();
        }
        return Body is null
            ? throw new FaultException(
                "EndlessLoop",
                "The loop has no body and its condition holds: it would never end."
            )
            : context.ScheduleActivityAsync(Body, ChildCallback);
    }

    private ValueTask OnBodyCompletedAsync(ActivityCompletedContext context) => ExecuteAsync(context.TargetContext);
}
