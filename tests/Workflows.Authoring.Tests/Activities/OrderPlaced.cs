using Workflows.Runtime.Activities;

namespace Workflows.Authoring.Tests.Activities;

/// <summary>Starts a workflow when an order comes from a channel; inside a workflow it waits for one.</summary>
[Activity("Shop", "Events", "Starts a workflow for an order.")]
public class OrderPlaced : Trigger
{
    [Input(Description = "Where the order comes from.")]
    public Input<string> Channel { get; set; } = default!;

    [Output(Description = "The order's number.")]
    public Output<string> OrderId { get; set; } = default!;

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow())
        {
            await OnPlaced(context);
            return;
        }

        context.CreateBookmark(Channel.Get(context)!, OnPlaced);
    }

    protected override object GetTriggerPayload(TriggerIndexingContext context) => context.GetInput(Channel) ?? "any";

    private async ValueTask OnPlaced(ActivityExecutionContext context)
    {
        OrderId.Set(context, context.GetInput<string>("OrderId"));
        await context.CompleteActivityAsync();
    }
}
