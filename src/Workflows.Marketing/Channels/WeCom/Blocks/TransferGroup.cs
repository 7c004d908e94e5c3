using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Messaging.Blocks;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Channels.WeCom.Blocks;

/// <summary>Gives a customer group another owner (S3-52); what WeCom's day does not allow is done the next day.</summary>
[Activity(
    "Marketing",
    "Nurture",
    "Gives a customer group another owner: at most 300 groups a day to one owner, the rest the next day.",
    DisplayName = "Transfer group",
    Icon = "transfer"
)]
[FlowNode(Done, SendPorts.QuotaReached, SendPorts.Refused, SendPorts.Failed)]
public sealed class TransferGroup : RecordBlock
{
    /// <summary>The group.</summary>
    [Input(
        Description = "The chat id of the group, for example {{ contact.group }}.",
        IsRequired = true,
        DefaultSyntax = "Liquid",
        Order = 1
    )]
    public Input<string?> Group { get; set; } = default!;

    /// <summary>The new owner.</summary>
    [Input(
        DisplayName = "New owner",
        Description = "The user id of the staff member who is the owner from then on.",
        IsRequired = true,
        DefaultSyntax = "Liquid",
        Order = 2
    )]
    public Input<string?> To { get; set; } = default!;

    /// <summary>Whether the old owner has left the company.</summary>
    [Input(
        DisplayName = "Has left",
        Description = "Whether the old owner has left the company: the group is inherited then.",
        UIHint = InputUIHints.Checkbox,
        Order = 3
    )]
    public Input<bool> HasLeft { get; set; } = new(false);

    private protected override RecordChange ChangeOf(ActivityExecutionContext context) =>
        new RecordChange.GroupMove(Required(context, To, "New owner"), context.Get(HasLeft));

    private protected override Recipient RecipientOf(ActivityExecutionContext context) =>
        new Recipient.Group(Required(context, Group, "Group"));

    private protected override string? StaffOf(ActivityExecutionContext context) => null;
}
