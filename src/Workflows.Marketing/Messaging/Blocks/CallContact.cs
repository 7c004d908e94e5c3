using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Messaging.Blocks;

/// <summary>Has the contact called: by a partner's voice robot, or by a person with the call list (S4-34).</summary>
[Activity(
    "Marketing",
    "Acquire",
    "Has the contact called by a voice robot or by a person, and waits for the result of the call.",
    DisplayName = "AI outbound call",
    Icon = "call"
)]
[FlowNode(
    SendPorts.Sent,
    SendPorts.Unconfirmed,
    SendPorts.QuotaReached,
    SendPorts.Deferred,
    SendPorts.Refused,
    SendPorts.Failed
)]
[Reaches(DirectRelation.OptIn)]
public sealed class CallContact() : TemplateSendBlock(Carrier.Call, "call")
{
    /// <summary>Who calls. Empty: the robot, or whoever works on the call list.</summary>
    [Input(
        Description = "The user id of the staff member who calls. Empty: the robot, or whoever works on the call list.",
        DefaultSyntax = "Liquid",
        Order = 8
    )]
    public Input<string?> Staff { get; set; } = default!;

    private protected override Recipient RecipientOf(ActivityExecutionContext context) => TheContact(context);

    private protected override string? SenderOf(ActivityExecutionContext context) => Filled(context, Staff);
}
