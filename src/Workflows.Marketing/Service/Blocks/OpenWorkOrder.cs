using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Service.Orders;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Service.Blocks;

/// <summary>
/// Begins with what a customer and the staff say to each other, and sorts it into work orders by the rule set <c>session-boundary</c> (S0-57, S0-58).
/// The journey lets a contact in any number of times: each message is a run of its own.
/// </summary>
[Activity(
    "Marketing",
    "Nurture",
    "Begins with a message or a call and sorts it into work orders; the rule set session-boundary says where one ends.",
    DisplayName = "Session to work order",
    Icon = "task",
    Kind = ActivityKind.Trigger
)]
[FlowNode("Opened", "Reopened", "Continued", "Ignored")]
public sealed class OpenWorkOrder : FactTrigger
{
    /// <summary>Where it was said; none means anywhere.</summary>
    [Input(
        Description = "Only what is said by these channels, for example kf or wecom-*. Empty: any.",
        UIHint = InputUIHints.MultiText
    )]
    public Input<ICollection<string>>? Channels { get; set; }

    /// <summary>The work order's id.</summary>
    [Output(DisplayName = "Work order", Description = "The id of the work order.")]
    public Output<string>? WorkOrder { get; set; }

    private protected override IReadOnlyList<string> EventTypes => ServiceMessage.Types;

    private protected override bool Fits(
        EventFacts facts,
        Func<Input<ICollection<string>>?, ICollection<string>?> read
    ) => facts.Is("channel", read(Channels));

    private protected override async ValueTask BeginAsync(ActivityExecutionContext context, ContactEvent? received)
    {
        if (received is null || ServiceMessage.Of(received) is not { } message)
        {
            await context.CompleteActivityWithOutcomesAsync($"{SessionWord.Ignored}");
            return;
        }

        var desk = context.GetRequiredService<WorkOrderDesk>();
        var (word, order) = await desk.HearAsync(context.Contact(), message, context.Now, context.CancellationToken);
        if (order is not null)
        {
            context.JournalData["workOrder"] = $"{order.Id}";
            context.Set(WorkOrder, $"{order.Id}");
        }

        if (order is not null && word is SessionWord.Opened or SessionWord.Reopened)
        {
            context.Tell(order!, word is SessionWord.Opened ? ServiceEvents.Opened : ServiceEvents.Reopened);
        }

        await context.CompleteActivityWithOutcomesAsync($"{word}");
    }
}
