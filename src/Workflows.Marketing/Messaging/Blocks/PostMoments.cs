using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Messaging.Blocks;

/// <summary>Posts to the Moments that a staff member's customers see. The staff member confirms; that is waited for.</summary>
[Activity(
    "Marketing",
    "Nurture",
    "Posts to a staff member's Moments; waits until the staff member has posted it.",
    DisplayName = "Post Moments",
    Icon = "moments"
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
[Reaches(DirectRelation.Friend)]
public sealed class PostMoments() : RichSendBlock(Carrier.Moments, "wecom")
{
    /// <summary>Whose Moments.</summary>
    [Input(
        Description = "The user id of the staff member whose Moments show it.",
        IsRequired = true,
        DefaultSyntax = "Liquid",
        Order = 8
    )]
    public Input<string> Staff { get; set; } = default!;

    /// <summary>The persona that says it (S1-39).</summary>
    [Input(Description = "The persona that says it. Empty: as the content says.", Order = 9)]
    public Input<string?> Persona { get; set; } = default!;

    /// <summary>What it is worth to its reader (S2-20…23). Empty: as the content says.</summary>
    [Input(
        DisplayName = "Value",
        Description = "What it is worth to its reader. Empty: as the content says.",
        UIHint = InputUIHints.CheckList,
        Options = new[] { "practical", "experience", "added", "gift", "identity", "social" },
        Order = 9.5f
    )]
    public Input<ICollection<string>>? Values { get; set; }

    /// <summary>How it sells (S2-44). Empty: as the content says.</summary>
    [Input(
        Description = "How a daily selling post sells; no post follows one of its kind. Empty: as the content says.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "", "push", "coupon", "interaction" },
        Order = 9.7f
    )]
    public Input<string?>? Selling { get; set; }

    private protected override Recipient RecipientOf(ActivityExecutionContext context) =>
        new Recipient.Staff(Required(context, Staff, "Staff"));

    private protected override string? SenderOf(ActivityExecutionContext context) => Required(context, Staff, "Staff");
}
