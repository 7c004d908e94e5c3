using Workflows.Runtime.Activities;

namespace Workflows.Authoring.Tests.Activities;

/// <summary>Runs its body some times, counting in a property of the execution, and gives the body a variable.</summary>
public class Repeat : Activity
{
    public Input<int> Times { get; set; } = new(1);

    [Port]
    public IActivity? Body { get; set; }

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => NextAsync(context, 1);

    private ValueTask OnRoundCompleted(ActivityCompletedContext context) =>
        NextAsync(context.TargetContext, context.TargetContext.GetProperty<int>("Round") + 1);

    private async ValueTask NextAsync(ActivityExecutionContext context, int round)
    {
        if (round > Times.Get(context))
        {
            await context.CompleteActivityAsync();
            return;
        }

        context.SetProperty("Round", round);
        await context.ScheduleActivityAsync(
            Body,
            new ScheduleWorkOptions
            {
                CompletionCallback = OnRoundCompleted,
                Variables = [new Variable<int>("Round", round)],
            }
        );
    }
}
