using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Messaging.Blocks;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Channels.WeCom.Blocks;

/// <summary>
/// Has whoever serves the customer introduce a colleague, and waits until the customer is the colleague's friend, too (S3-52). Unlike a transfer, the
/// customer stays with the owner: the two serve together. WeCom has no call for it, so the owner does it by hand, with everything ready.
/// </summary>
[Activity(
    "Marketing",
    "Nurture",
    "Has the owner introduce a colleague to the customer, and waits until the customer has added the colleague; the customer stays with the owner, too.",
    DisplayName = "Share customer",
    Icon = "share"
)]
[FlowNode(Shared, TimedOut, SendPorts.NotAFriend, SendPorts.Deferred, SendPorts.Refused, SendPorts.Failed)]
[Reaches(DirectRelation.Staff)]
public sealed class ShareCustomer() : RichSendBlock(Carrier.StaffTask, "staff-task")
{
    private const string Shared = "Shared";
    private const string TimedOut = "TimedOut";
    private const string Deadline = "deadline";
    private const string With = "colleague";

    private static readonly string[] Added = [ContactEventTypes.FriendAdded, ContactEventTypes.RelationAdded];

    /// <summary>Who has the customer. Empty: who became their friend last.</summary>
    [Input(
        Description = "The user id of the staff member who has the customer. Empty: who became their friend last.",
        DefaultSyntax = "Liquid",
        Order = 7
    )]
    public Input<string?> From { get; set; } = default!;

    /// <summary>With whom the customer is shared.</summary>
    [Input(
        Description = "The user id of the colleague with whom the customer is shared. The QR code or link that adds the colleague is the picture or the link of the task.",
        IsRequired = true,
        DefaultSyntax = "Liquid",
        Order = 8
    )]
    public Input<string> Colleague { get; set; } = default!;

    /// <summary>How long there is time until the customer has added the colleague.</summary>
    [Input(
        DisplayName = "Wait for the colleague",
        Description = "How long to wait until the customer has added the colleague, for example 7.00:00:00 for a week.",
        DefaultValue = "7.00:00:00",
        Order = 9
    )]
    public Input<TimeSpan> WaitFor { get; set; } = new(TimeSpan.FromDays(7));

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var colleague = Required(context, Colleague, "Colleague");
        context.SetProperty(With, colleague);
        context.JournalData["colleague"] = colleague;
        return IsShared(context) ? context.CompleteActivityWithOutcomesAsync(Shared)
            : OwnerOf(context) is null ? context.CompleteActivityWithOutcomesAsync(SendPorts.NotAFriend)
            : base.ExecuteAsync(context);
    }

    private protected override Recipient RecipientOf(ActivityExecutionContext context) =>
        new Recipient.Staff(OwnerOf(context)!);

    private protected override string? SenderOf(ActivityExecutionContext context) => OwnerOf(context);

    private protected override string NoticeOf(ActivityExecutionContext context) =>
        $"请把同事 {context.GetProperty<string>(With)} 介绍给这位客户：在企业微信里共享客户，或把同事的名片、二维码、链接发给客户添加。客户仍由您服务。";

    private protected override void WaitFurther(ActivityExecutionContext context)
    {
        context.SetProperty(Deadline, context.Now + context.Get(WaitFor));
        foreach (var type in Added)
        {
            Wait(context, type);
        }
    }

    // Where the owner confirmed nothing, the customer may have added the colleague all the same.
    private protected override ValueTask GoOnAsync(ActivityExecutionContext context, MessageOutcome outcome) =>
        outcome.Outcome is SendOutcome.Sent or SendOutcome.Unconfirmed
            ? ValueTask.CompletedTask
            : base.GoOnAsync(context, outcome);

    private void Wait(ActivityExecutionContext context, string type) =>
        context.WaitForEvent(
            type,
            ComeAsync,
            type is ContactEventTypes.FriendAdded ? context.GetProperty<DateTimeOffset?>(Deadline) : null
        );

    private ValueTask ComeAsync(ActivityExecutionContext context)
    {
        if (IsShared(context))
        {
            return context.CompleteActivityWithOutcomesAsync(Shared);
        }

        if (ContactStimulus.FromPayload(context.StimulusPayload) is not { } told)
        {
            return context.CompleteActivityWithOutcomesAsync(TimedOut);
        }

        // Another colleague: only the bookmark of this type is used up.
        Wait(context, told.Type);
        return ValueTask.CompletedTask;
    }

    private static bool IsShared(ActivityExecutionContext context) =>
        context.Contact().Relations.Find(context.GetProperty<string>(With)!) is { State: RelationState.Exists };

    private string? OwnerOf(ActivityExecutionContext context) =>
        Filled(context, From)
        ?? context
            .Contact()
            .Relations.Where(relation => relation.State == RelationState.Exists)
            .MaxBy(relation => relation.At)
            ?.StaffId;
}
