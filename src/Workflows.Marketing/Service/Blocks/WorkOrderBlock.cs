using Workflows.Marketing.Journeys;
using Workflows.Marketing.Service.Orders;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Service.Blocks;

/// <summary>What blocks about one work order have in common: which one it is.</summary>
public abstract class WorkOrderBlock : Activity
{
    private protected WorkOrderBlock() { }

    /// <summary>The work order's id; empty for the contact's latest one.</summary>
    [Input(
        DisplayName = "Work order",
        Description = "The id of the work order. Empty: the one of the event that woke the journey, else the contact's latest.",
        Order = 1
    )]
    public Input<string?>? WorkOrder { get; set; }

    /// <summary>The work order that is meant, or null where there is none.</summary>
    private protected async ValueTask<WorkOrder?> FindAsync(ActivityExecutionContext context)
    {
        var desk = Desk(context);
        var told = Contacts.ContactStimulus.FromPayload(context.StimulusPayload);
        var named = context.Get(WorkOrder)?.Trim() is { Length: > 0 } written
            ? written
            : new Contacts.EventData(told?.Data).Text("order");
        var order = Guid.TryParse(named, out var id)
            ? await desk.FindAsync(id, context.CancellationToken)
            : await desk.FindLatestAsync(context.Contact().Id, context.CancellationToken);
        if (order is null || order.ContactId != context.Contact().Id)
        {
            return null;
        }

        context.JournalData["workOrder"] = $"{order.Id}";
        return order;
    }

    private protected static WorkOrderDesk Desk(ActivityExecutionContext context) =>
        context.GetRequiredService<WorkOrderDesk>();

    private protected static string By(ActivityExecutionContext context) => context.Instance.Graph.DefinitionId;
}
