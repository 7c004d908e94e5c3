using Workflows.Authoring.Tests.Activities;
using Workflows.Runtime.Activities.Data;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Definitions;

namespace Workflows.Authoring.Tests.Workflows;

/// <summary>Starts at a trigger and waits for a decision.</summary>
public class ApprovalWorkflow : WorkflowBase
{
    protected override void Build(IWorkflowBuilder builder)
    {
        var order = builder.WithVariable<string>("Order", "");
        var comment = builder.WithVariable<string>("Comment", "");
        var placed = new OrderPlaced
        {
            Id = "placed",
            Channel = new("web"),
            OrderId = new(order),
            CanStartWorkflow = true,
        };
        var wait = new WaitForApproval
        {
            OrderId = new(order),
            Comment = new(comment),
            Timeout = new(TimeSpan.FromDays(1)),
        };
        var approved = new WriteLine(context => $"{order.Get(context)} approved: {comment.Get(context)}");
        var late = new WriteLine("late");

        builder.Root = new Flowchart
        {
            Activities = { placed, wait, approved, late },
            Connections =
            {
                new Connection(placed, wait),
                new Connection(new Endpoint(wait, "Approved"), new Endpoint(approved)),
                new Connection(new Endpoint(wait, "Late"), new Endpoint(late)),
            },
        };
    }
}
