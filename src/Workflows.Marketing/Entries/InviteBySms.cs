using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Messaging.Blocks;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Entries;

/// <summary>
/// Leads a contact whose phone is known into WeCom by a text message with a link (S4-34): waits until the contact adds a member of staff or
/// joins a group, and gives up after a time.
/// </summary>
[Activity(
    "Marketing",
    "Acquire",
    "Sends a text message with a link, and waits until the contact has added a staff member or joined a group.",
    DisplayName = "Invite by SMS",
    Icon = "sms"
)]
[FlowNode(Joined, TimedOut, SendPorts.QuotaReached, SendPorts.Deferred, SendPorts.Refused, SendPorts.Failed)]
[Reaches(DirectRelation.OptIn)]
public sealed class InviteBySms() : TemplateSendBlock(Carrier.Sms, "sms")
{
    private const string Joined = "Joined";
    private const string TimedOut = "TimedOut";

    /// <summary>How long the contact has time.</summary>
    [Input(
        Description = "How long to wait for the contact, for example 3.00:00:00 for three days.",
        DefaultValue = "7.00:00:00",
        Order = 14
    )]
    public Input<TimeSpan> WaitFor { get; set; } = new(TimeSpan.FromDays(7));

    /// <summary>What the contact did.</summary>
    [Output(DisplayName = "Event", Description = "The event: its type, time and data.")]
    public Output<object>? Result { get; set; }

    private protected override Recipient RecipientOf(ActivityExecutionContext context) => TheContact(context);

    private protected override ValueTask GoOnAsync(ActivityExecutionContext context, MessageOutcome outcome) =>
        // Where the network never reported, it may have arrived: the contact may still come.
        outcome.Outcome
            is SendOutcome.Sent
                or SendOutcome.Unconfirmed
            ? ValueTask.CompletedTask
            : base.GoOnAsync(context, outcome);

    private protected override void WaitFurther(ActivityExecutionContext context)
    {
        // From now on, not from the gateway's report: who is quick comes before it.
        Wait(context, WeComEvents.FriendAdded, context.Now + context.Get(WaitFor));
        Wait(context, WeComEvents.GroupJoined, null);
    }

    private void Wait(ActivityExecutionContext context, string type, DateTimeOffset? until) =>
        context.WaitForEvent(type, ComeAsync, until);

    private ValueTask ComeAsync(ActivityExecutionContext context)
    {
        if (ContactStimulus.FromPayload(context.StimulusPayload) is not { } received)
        {
            return context.CompleteActivityWithOutcomesAsync(TimedOut);
        }

        if (context.Captures(Result))
        {
            context.Set(Result, ContactEventValue.Of(received));
        }

        return context.CompleteActivityWithOutcomesAsync(Joined);
    }
}
