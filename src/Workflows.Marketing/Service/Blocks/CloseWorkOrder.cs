using Workflows.Marketing.Service.Orders;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Service.Blocks;

/// <summary>Closes a work order and says how it ended (S0-57).</summary>
[Activity(
    "Marketing",
    "Nurture",
    "Closes a work order and says how it ended.",
    DisplayName = "Close work order",
    Icon = "task"
)]
[FlowNode(Closed, NotOpen)]
public sealed class CloseWorkOrder : WorkOrderBlock
{
    private const string Closed = "Closed";
    private const string NotOpen = "NotOpen";

    /// <summary>How it ended.</summary>
    [Input(
        Description = "How it ended.",
        UIHint = InputUIHints.DropDown,
        Options = new[]
        {
            WorkOrderOutcome.Resolved,
            WorkOrderOutcome.Unresolved,
            WorkOrderOutcome.Traded,
            WorkOrderOutcome.Idle,
        },
        DefaultValue = WorkOrderOutcome.Resolved,
        Order = 2
    )]
    public Input<string> Outcome { get; set; } = new(WorkOrderOutcome.Resolved);

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var outcome = Outcome.Get(context) ?? "";
        if (!WorkOrderOutcome.All.Contains(outcome, StringComparer.Ordinal))
        {
            throw new FaultException(
                "BadOutcome",
                $"'{outcome}' is none of {string.Join(", ", WorkOrderOutcome.All)}."
            );
        }

        var order = await FindAsync(context);
        var closed = order is null
            ? null
            : await Desk(context)
                .CloseAsync(
                    order.Id,
                    outcome,
                    context.EffectKey("close"),
                    By(context),
                    context.Now,
                    context.CancellationToken
                );
        if (closed is not null)
        {
            context.Tell(closed, ServiceEvents.Closed);
        }

        await context.CompleteActivityWithOutcomesAsync(closed is null ? NotOpen : Closed);
    }
}
