using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Messaging.Blocks;

/// <summary>Says something in a customer group. The group's owner confirms the sending; that is waited for.</summary>
[Activity(
    "Marketing",
    "Nurture",
    "Says something in a customer group; waits until the group's owner has sent it.",
    DisplayName = "Send group message",
    Icon = "group"
)]
[FlowNode(
    SendPorts.Sent,
    SendPorts.Unconfirmed,
    SendPorts.QuotaReached,
    SendPorts.NotAFriend,
    SendPorts.Deferred,
    SendPorts.Refused,
    SendPorts.Failed
)]
[Reaches(DirectRelation.Group)]
public sealed class SendGroupMessage() : RichSendBlock(Carrier.Group, "wecom")
{
    /// <summary>The group.</summary>
    [Input(
        Description = "The chat id of the group, for example {{ contact.group }}.",
        IsRequired = true,
        DefaultSyntax = "Liquid",
        Order = 8
    )]
    public Input<string> Group { get; set; } = default!;

    /// <summary>The staff member who says it. Empty: the group's owner.</summary>
    [Input(
        Description = "The user id of the staff member who says it. Empty: the group's owner.",
        DefaultSyntax = "Liquid",
        Order = 9
    )]
    public Input<string?> Sender { get; set; } = default!;

    private protected override Recipient RecipientOf(ActivityExecutionContext context) =>
        new Recipient.Group(Required(context, Group, "Group"));

    private protected override string? SenderOf(ActivityExecutionContext context) => Filled(context, Sender);
}
