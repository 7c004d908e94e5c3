using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Activities.Looping;

/// <summary>Runs its body for each item of a list, all at once, and waits for all.</summary>
[Activity("Elsa", "Looping", "Runs its body for each item of a list, all at once.", DisplayName = "Parallel for Each")]
public sealed class ParallelForEach : Activity, ILoop
{
    private ActivityCompletionCallback? _onBodyCompleted;

    /// <summary>The items.</summary>
    [Input(Description = "The items.")]
    public Input<List<object?>> Items { get; set; } = new([]);

    /// <summary>What is done for each; it sees the item as the variable <c>CurrentValue</c>, its place as <c>CurrentIndex</c>.</summary>
    [Port]
    public IActivity? Body { get; set; }

    internal override ActivityCompletionCallback ChildCallback => _onBodyCompleted ??= OnBodyCompletedAsync;

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var items = Items.Get(context) ?? [];
        if (Body is null || items.Count == 0)
        {
            await context.CompleteActivityAsync();
            return;
        }
        for (var index = 0; index < items.Count; index++)
        {
            await context.ScheduleActivityAsync(
                Body,
                new ScheduleWorkOptions
                {
                    CompletionCallback = ChildCallback,
                    Variables = [new Variable("CurrentIndex", index), new Variable("CurrentValue", items[index])],
                }
            );
        }
    }

    private static ValueTask OnBodyCompletedAsync(ActivityCompletedContext context) =>
        Branches.CompleteWhenAllDoneAsync(context.TargetContext);
}
