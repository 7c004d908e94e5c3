namespace Workflows.Runtime.Activities.Looping;

/// <summary>Counts, and runs its body for each number.</summary>
[Activity("Elsa", "Looping", "Counts, and runs its body for each number.")]
public sealed class For : Activity, ILoop
{
    private const string Current = "CurrentValue";

    private ActivityCompletionCallback? _onBodyCompleted;

    /// <summary>The first number. The default is 0.</summary>
    [Input(Description = "The first number.")]
    public Input<int> Start { get; set; } = new(0);

    /// <summary>The last number. The default is 0.</summary>
    [Input(Description = "The last number.")]
    public Input<int> End { get; set; } = new(0);

    /// <summary>What is added each time; negative to count down. The default is 1.</summary>
    [Input(Description = "What is added each time; negative to count down.")]
    public Input<int> Step { get; set; } = new(1);

    /// <summary>Whether the last number counts. The default is true.</summary>
    [Input(Description = "Whether the last number counts.")]
    public Input<bool> OuterBoundInclusive { get; set; } = new(true);

    /// <summary>What is repeated; it sees the number as the variable <c>CurrentValue</c>.</summary>
    [Port]
    public IActivity? Body { get; set; }

    /// <summary>The number of the round.</summary>
    [Output(Description = "The number of the round.")]
    public Output<object?>? CurrentValue { get; set; }

    internal override ActivityCompletionCallback ChildCallback => _onBodyCompleted ??= OnBodyCompletedAsync;

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        RunAsync(context, Start.Get(context));

    private ValueTask OnBodyCompletedAsync(ActivityCompletedContext context)
    {
        var loop = context.TargetContext;
        return RunAsync(loop, loop.GetProperty<int>(Current) + Step.Get(loop));
    }

    private ValueTask RunAsync(ActivityExecutionContext context, int value)
    {
        if (Body is null || !IsInside(value, End.Get(context), Step.Get(context), OuterBoundInclusive.Get(context)))
        {
            return context.CompleteActivityAsync();
        }
        if (Step.Get(context) == 0)
        {
            throw new FaultException("EndlessLoop", "The step of the loop is 0: it would never end.");
        }
        context.SetProperty(Current, value);
        context.Set(CurrentValue, value);
        return context.ScheduleActivityAsync(
            Body,
            new ScheduleWorkOptions { CompletionCallback = ChildCallback, Variables = [new Variable(Current, value)] }
        );
    }

    private static bool IsInside(int value, int end, int step, bool isInclusive) =>
        step < 0 ? value > end || (isInclusive && value == end) : value < end || (isInclusive && value == end);
}
