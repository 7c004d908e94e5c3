using Workflows.Runtime.Activities;

namespace Workflows.Authoring.Tests.Activities;

/// <summary>Waits for a decision about one order, or until it is too late; reads what the decision carries.</summary>
[Activity("Shop", "Approvals", "Waits for a decision about an order.")]
[FlowNode("Approved", "Rejected", "Late")]
public class WaitForApproval : Activity
{
    [Input(Description = "The order.")]
    public Input<string> OrderId { get; set; } = default!;

    [Input(Description = "How long to wait.")]
    public Input<TimeSpan?> Timeout { get; set; } = default!;

    [Output(Description = "What the decider said.")]
    public Output<string> Comment { get; set; } = default!;

    protected override void Execute(ActivityExecutionContext context)
    {
        context.CreateBookmark(new { OrderId = OrderId.Get(context) }, OnDecided);
        if (Timeout.GetOrDefault(context) is { } timeout)
        {
            context.DelayFor(timeout, OnLate);
        }
    }

    private async ValueTask OnDecided(ActivityExecutionContext context)
    {
        var input = context.WorkflowInput;
        Comment.Set(context, input.Get<string>("Comment") ?? "");
        await context.CompleteActivityWithOutcomesAsync(input.Get<bool>("Approved") ? "Approved" : "Rejected");
    }

    private ValueTask OnLate(ActivityExecutionContext context) => context.CompleteActivityWithOutcomesAsync("Late");
}
