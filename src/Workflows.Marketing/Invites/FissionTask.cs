using System.Globalization;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Invites;

/// <summary>
/// Waits until enough people have followed the contact's invitation (任务宝, S3-11…14); each counts once in a campaign. Behind <c>Reached</c> stands
/// the reward, and, for steps, the next task with a higher goal.
/// </summary>
[Activity(
    "Marketing",
    "Social",
    "Waits until enough people have followed the contact's invitation; each of them counts once.",
    DisplayName = "Fission task",
    Icon = "fission"
)]
[FlowNode(Reached, TimedOut)]
public sealed class FissionTask : Activity
{
    private const string Reached = "Reached";
    private const string TimedOut = "TimedOut";
    private const string Deadline = "deadline";

    /// <summary>The campaign.</summary>
    [Input(
        Description = "The campaign, 1 to 20 letters and digits, the same as in Invitation link.",
        IsRequired = true,
        Order = 1
    )]
    public Input<string> Campaign { get; set; } = default!;

    /// <summary>What counts.</summary>
    [Input(
        Description = "What counts: people who came, or, for distribution, people who paid an order.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "Arrivals", "Orders" },
        DefaultValue = "Arrivals",
        Order = 2
    )]
    public Input<string> Counts { get; set; } = new("Arrivals");

    /// <summary>How many.</summary>
    [Input(Description = "How many people are needed.", IsRequired = true, DefaultValue = 3, Order = 3)]
    public Input<int> Goal { get; set; } = new(3);

    /// <summary>How long the contact has time; null for ever.</summary>
    [Input(
        Description = "How long to wait at most, for example 3.00:00:00 for three days. Empty: no limit.",
        Order = 4
    )]
    public Input<TimeSpan?>? Timeout { get; set; }

    /// <summary>How many came.</summary>
    [Output(Description = "How many people have followed the invitation.")]
    public Output<int>? Count { get; set; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Get(Timeout) is { } span)
        {
            context.SetProperty(Deadline, context.Now + span);
        }

        return GoOnAsync(context, isOver: false);
    }

    private ValueTask ComeAsync(ActivityExecutionContext context) =>
        // A timer brings no payload; an event always does.
        GoOnAsync(context, isOver: ContactStimulus.FromPayload(context.StimulusPayload) is null);

    private ValueTask GoOnAsync(ActivityExecutionContext context, bool isOver)
    {
        var type = Counts.Get(context) is "Orders" ? InviteEvents.Ordered : InviteEvents.Accepted;
        var counter = InviteEvents.CounterOf(type, Campaign.Get(context)?.Trim() ?? "");
        var count = Convert.ToInt32(context.Contact().Attribute(counter) ?? 0L, CultureInfo.InvariantCulture);
        context.JournalData["count"] = count;
        context.Set(Count, count);
        if (count >= Goal.Get(context))
        {
            return context.CompleteActivityWithOutcomesAsync(Reached);
        }

        if (isOver)
        {
            return context.CompleteActivityWithOutcomesAsync(TimedOut);
        }

        context.WaitForEvent(type, ComeAsync, context.GetProperty<DateTimeOffset?>(Deadline));
        return ValueTask.CompletedTask;
    }
}
