namespace Workflows.Runtime.Activities.Looping;

/// <summary>Runs its body for each item of a list, one after the other.</summary>
[Activity("Elsa", "Looping", "Runs its body for each item of a list.")]
public sealed class ForEach : Activity, ILoop
{
    private const string Index = "CurrentIndex";
    private const string Value = "CurrentValue";

    private ActivityCompletionCallback? _onBodyCompleted;

    /// <summary>The items.</summary>
    [Input(Description = "The items.")]
    public Input<List<object?>> Items { get; set; } = new([]);

    /// <summary>What is repeated; it sees the item as the variable <c>CurrentValue</c>, its place as <c>CurrentIndex</c>.</summary>
    [Port]
    public IActivity? Body { get; set; }

    /// <summary>The item of the round.</summary>
    [Output(Description = "The item of the round.")]
    public Output<object?>? CurrentValue { get; set; }

    internal override ActivityCompletionCallback ChildCallback => _onBodyCompleted ??= OnBodyCompletedAsync;

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => RunAsync(context, 0);

    private ValueTask OnBodyCompletedAsync(ActivityCompletedContext context) =>
        RunAsync(context.TargetContext, context.TargetContext.GetProperty<int>(Index) + 1);

    private ValueTask RunAsync(ActivityExecutionContext context, int index)
    {
        var items = Items.Get(context) ?? [];
        if (Body is null || index >= items.Count)
        {
            return context.CompleteActivityAsync();
        }
        context.SetProperty(Index, index);
        context.Set(CurrentValue, items[index]);
        return context.ScheduleActivityAsync(
            Body,
            new ScheduleWorkOptions
            {
                CompletionCallback = ChildCallback,
                Variables = [new Variable(Index, index), new Variable(Value, items[index])],
            }
        );
    }
}
