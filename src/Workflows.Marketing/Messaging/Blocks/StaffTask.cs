using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Messaging.Blocks;

/// <summary>
/// Gives a staff member something to do by hand, with the words and pictures ready: prepared, reminded, confirmed, sent
/// (S0-43).
/// </summary>
[Activity(
    "Marketing",
    "Nurture",
    "Gives a staff member a task with everything ready; reminds, and waits until it is done.",
    DisplayName = "Staff task",
    Icon = "task"
)]
[FlowNode(SendPorts.Sent, SendPorts.Unconfirmed, SendPorts.Deferred, SendPorts.Refused, SendPorts.Failed)]
[Reaches(DirectRelation.Staff)]
public sealed class StaffTask() : RichSendBlock(Carrier.StaffTask, "staff-task")
{
    /// <summary>Who does it.</summary>
    [Input(
        Description = "The user id of the staff member who does it.",
        IsRequired = true,
        DefaultSyntax = "Liquid",
        Order = 8
    )]
    public Input<string> Staff { get; set; } = default!;

    private protected override Recipient RecipientOf(ActivityExecutionContext context) =>
        new Recipient.Staff(Required(context, Staff, "Staff"));

    private protected override string? SenderOf(ActivityExecutionContext context) => Required(context, Staff, "Staff");
}
