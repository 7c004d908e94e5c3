using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Messaging.Blocks;

/// <summary>
/// Puts a message ready to send into the chat's sidebar, where a staff member sends it with one tap; the way for
/// mini-program cards in groups (S0-46).
/// </summary>
[Activity(
    "Marketing",
    "Convert",
    "Puts a message into the sidebar of the chat, where the staff member sends it with one tap. No tool that sends by itself is used: that would put the account at risk.",
    DisplayName = "Push to sidebar",
    Icon = "sidebar"
)]
[FlowNode(SendPorts.Sent, SendPorts.Unconfirmed, SendPorts.Deferred, SendPorts.Refused, SendPorts.Failed)]
[Reaches(DirectRelation.Friend)]
public sealed class PushToSidebar() : RichSendBlock(Carrier.Sidebar, "sidebar")
{
    /// <summary>Who sends it.</summary>
    [Input(
        Description = "The user id of the staff member who sends it.",
        IsRequired = true,
        DefaultSyntax = "Liquid",
        Order = 7
    )]
    public Input<string> Staff { get; set; } = default!;

    /// <summary>The group it is for. Empty: the chat with the contact.</summary>
    [Input(
        Description = "The chat id of the group it is for. Empty: the chat with the contact.",
        DefaultSyntax = "Liquid",
        Order = 8
    )]
    public Input<string?> Group { get; set; } = default!;

    internal override string? SpeakerInput => "staff";

    private protected override Recipient RecipientOf(ActivityExecutionContext context) =>
        Filled(context, Group) is { } group ? new Recipient.Group(group) : TheContact(context);

    private protected override string? SenderOf(ActivityExecutionContext context) => Required(context, Staff, "Staff");
}
