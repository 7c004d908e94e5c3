using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Messaging.Blocks;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Converting;

/// <summary>
/// Sends the contact to a live room or shop on a public platform, and waits for the way back (S3-46): a report of its own, or an order
/// of the platform. The notice says who trades there.
/// </summary>
[Activity(
    "Marketing",
    "Convert",
    "Sends the contact to a public platform with a tracked link, and waits for the way back: a report or an order of the platform.",
    DisplayName = "Send to public platform",
    Icon = "platform"
)]
[FlowNode(
    Returned,
    Clicked,
    TimedOut,
    SendPorts.QuotaReached,
    SendPorts.NotAFriend,
    SendPorts.Deferred,
    SendPorts.Refused,
    SendPorts.Failed
)]
[Reaches(DirectRelation.Friend)]
public sealed class SendToPublicPlatform() : RichSendBlock(Carrier.Private, "wecom")
{
    private const string Returned = "Returned";
    private const string Clicked = "Clicked";
    private const string TimedOut = "TimedOut";
    private const string HasClicked = "clicked";
    private const string Deadline = "deadline";

    /// <summary>What the way back is told by: data <c>platform</c>, and where known <c>order</c>.</summary>
    public const string ReturnedEvent = "platform.returned";

    /// <summary>The platform.</summary>
    [Input(
        Description = "The platform: events of the way back name it, and orders come from it.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "douyin", "taobao", "meituan", "jd", "pinduoduo", "xiaohongshu", "other" },
        DefaultValue = "douyin",
        Order = 7
    )]
    public Input<string> Platform { get; set; } = new("douyin");

    /// <summary>What is said below the text, so that everybody knows who trades there.</summary>
    [Input(
        Description = "What is said below the text: that the platform trades there, and how to come back.",
        UIHint = InputUIHints.MultiLine,
        DefaultValue = "提示：将前往第三方平台，交易与售后由该平台提供；下单后凭订单号回来领取福利。",
        Order = 12
    )]
    public Input<string> Notice { get; set; } =
        new("提示：将前往第三方平台，交易与售后由该平台提供；下单后凭订单号回来领取福利。");

    /// <summary>How long the contact has time.</summary>
    [Input(
        DisplayName = "Wait for the way back",
        Description = "How long to wait for the way back, for example 3.00:00:00 for three days.",
        DefaultValue = "7.00:00:00",
        Order = 14
    )]
    public Input<TimeSpan> WaitFor { get; set; } = new(TimeSpan.FromDays(7));

    /// <summary>What the contact did.</summary>
    [Output(DisplayName = "Event", Description = "The event: its type, time and data.")]
    public Output<object>? Result { get; set; }

    // Nobody is named: whoever the contact is connected with says it.
    internal override string? SpeakerInput => "sender";

    private protected override Recipient RecipientOf(ActivityExecutionContext context) => TheContact(context);

    private protected override string? NoticeOf(ActivityExecutionContext context) => Notice.Get(context)?.Trim();

    private protected override ValueTask GoOnAsync(ActivityExecutionContext context, MessageOutcome outcome) =>
        // Where nobody confirmed, it may have been said all the same.
        outcome.Outcome
            is SendOutcome.Sent
                or SendOutcome.Unconfirmed
            ? ValueTask.CompletedTask
            : base.GoOnAsync(context, outcome);

    private protected override void WaitFurther(ActivityExecutionContext context)
    {
        context.SetProperty(Deadline, context.Now + context.Get(WaitFor));
        Wait(context, ReturnedEvent, isTimed: true);
        Wait(context, ContactEventTypes.OrderPaid);
        Wait(context, ContactEventTypes.ContentClicked);
    }

    private void Wait(ActivityExecutionContext context, string type, bool isTimed = false) =>
        context.WaitForEvent(type, ComeAsync, isTimed ? context.GetProperty<DateTimeOffset?>(Deadline) : null);

    private ValueTask ComeAsync(ActivityExecutionContext context)
    {
        if (ContactStimulus.FromPayload(context.StimulusPayload) is not { } told)
        {
            return context.CompleteActivityWithOutcomesAsync(
                context.GetProperty<string?>(HasClicked) is null ? TimedOut : Clicked
            );
        }

        if (IsBack(context, told))
        {
            if (context.Captures(Result))
            {
                context.Set(Result, ContactEventValue.Of(told));
            }

            return context.CompleteActivityWithOutcomesAsync(Returned);
        }

        if (
            told.Type is ContactEventTypes.ContentClicked
            && EventFacts.Of(told)["template"].Equals(Template.Get(context), StringComparison.Ordinal)
        )
        {
            context.SetProperty(HasClicked, "yes");
            context.JournalData["clicked"] = true;
        }

        // Only the bookmark of this type is used up; those of others still wait.
        Wait(context, told.Type, isTimed: told.Type is ReturnedEvent);
        return ValueTask.CompletedTask;
    }

    private bool IsBack(ActivityExecutionContext context, ContactEvent told)
    {
        var platform = Platform.Get(context)?.Trim() ?? "";
        return told.Type switch
        {
            ReturnedEvent => EventFacts.Of(told)["platform"].Equals(platform, StringComparison.OrdinalIgnoreCase),
            ContactEventTypes.OrderPaid => told.Source.Equals(platform, StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }
}
