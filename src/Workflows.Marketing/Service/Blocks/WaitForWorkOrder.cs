using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Service.Orders;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Service.Blocks;

/// <summary>
/// Waits until a work order is over: somebody closed it, the customer bought, or nobody said anything for long enough (S0-57). The last two close it.
/// </summary>
[Activity(
    "Marketing",
    "Nurture",
    "Waits until a work order is closed, and closes it when the customer buys or nobody says anything for long enough.",
    DisplayName = "Wait for work order",
    Icon = "wait"
)]
[FlowNode(Closed, NotFound)]
public sealed class WaitForWorkOrder : WorkOrderBlock
{
    private const string Closed = "Closed";
    private const string NotFound = "NotFound";
    private const string OrderProperty = "order";

    /// <summary>How long nobody says anything until it is closed.</summary>
    [Input(
        DisplayName = "Closes after silence of",
        Description = "How long nobody says anything until it is closed, as the rule set session-boundary has it, for example 04:00:00.",
        DefaultValue = "04:00:00",
        Order = 2
    )]
    public Input<TimeSpan> Silence { get; set; } = new(TimeSpan.FromHours(4));

    /// <summary>How it ended.</summary>
    [Output(Description = "How it ended: idle, resolved, unresolved or traded.")]
    public Output<string>? Outcome { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await FindAsync(context) is not { } order)
        {
            await context.CompleteActivityWithOutcomesAsync(NotFound);
            return;
        }

        context.SetProperty(OrderProperty, $"{order.Id}");
        await GoOnAsync(context, order);
    }

    private async ValueTask ComeAsync(ActivityExecutionContext context)
    {
        var id = Guid.Parse(context.GetProperty<string>(OrderProperty)!);
        var order = await Desk(context).FindAsync(id, context.CancellationToken);
        var told = ContactStimulus.FromPayload(context.StimulusPayload);
        if (order is { State: WorkOrderState.Open } && told?.Type is ContactEventTypes.OrderPaid)
        {
            order = await CloseAsync(context, order, WorkOrderOutcome.Traded, told.At);
        }

        await GoOnAsync(context, order);
    }

    private async ValueTask GoOnAsync(ActivityExecutionContext context, WorkOrder? order)
    {
        var end = order?.LastAt + context.Get(Silence);
        if (order is { State: WorkOrderState.Open } && end <= context.Now)
        {
            order = await CloseAsync(context, order, WorkOrderOutcome.Idle, context.Now);
        }

        if (order is { State: WorkOrderState.Open })
        {
            context.ClearBookmarks();
            Wait(context, ServiceEvents.Closed, dueAt: null);
            Wait(context, ContactEventTypes.OrderPaid, end);
            return;
        }

        context.Set(Outcome, order?.Outcome ?? "");
        await context.CompleteActivityWithOutcomesAsync(order is null ? NotFound : Closed);
    }

    private static async Task<WorkOrder?> CloseAsync(
        ActivityExecutionContext context,
        WorkOrder order,
        string outcome,
        DateTimeOffset at
    )
    {
        var key = context.EffectKey($"close{order.Revision}");
        var closed = await Desk(context).CloseAsync(order.Id, outcome, key, By(context), at, context.CancellationToken);
        if (closed is not null)
        {
            context.Tell(closed, ServiceEvents.Closed);
        }

        return closed ?? await Desk(context).FindAsync(order.Id, context.CancellationToken);
    }

    private void Wait(ActivityExecutionContext context, string type, DateTimeOffset? dueAt) =>
        context.WaitForEvent(type, ComeAsync, dueAt);
}
