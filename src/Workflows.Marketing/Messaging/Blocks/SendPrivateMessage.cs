using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Messaging.Blocks;

/// <summary>Says something to the contact in a 1:1 chat of WeCom. The staff member confirms the sending; that is waited for.</summary>
[Activity(
    "Marketing",
    "Nurture",
    "Says something to the contact in a 1:1 chat; waits until the staff member has sent it.",
    DisplayName = "Send private message",
    Icon = "message"
)]
[FlowNode(
    SendPorts.Sent,
    SendPorts.Unconfirmed,
    SendPorts.QuotaReached,
    SendPorts.NotAFriend,
    SendPorts.Deferred,
    SendPorts.Refused,
    SendPorts.SoldOut,
    SendPorts.Failed
)]
[Reaches(DirectRelation.Friend)]
public sealed class SendPrivateMessage() : RichSendBlock(Carrier.Private, "wecom")
{
    /// <summary>The staff member in whose name it is said. Empty: whoever the contact is connected with.</summary>
    [Input(
        Description = "The user id of the staff member who says it. Empty: whoever the contact is connected with.",
        DefaultSyntax = "Liquid",
        Order = 9
    )]
    public Input<string?> Sender { get; set; } = default!;

    internal override string? SpeakerInput => "sender";

    private protected override Recipient RecipientOf(ActivityExecutionContext context) => TheContact(context);

    private protected override string? SenderOf(ActivityExecutionContext context) => Filled(context, Sender);
}
