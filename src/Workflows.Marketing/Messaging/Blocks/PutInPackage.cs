using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Messaging.Blocks;

/// <summary>Has a card put into the contact's next parcel; the warehouse or the partner reports it (S4-34).</summary>
[Activity(
    "Marketing",
    "Acquire",
    "Has a card put into the contact's next parcel, and waits until the warehouse has done it.",
    DisplayName = "Package card",
    Icon = "package"
)]
[FlowNode(SendPorts.Sent, SendPorts.Unconfirmed, SendPorts.Deferred, SendPorts.Refused, SendPorts.Failed)]
[Reaches(DirectRelation.OptIn)]
public sealed class PutInPackage() : RichSendBlock(Carrier.PackageCard, "package-card")
{
    /// <summary>The order whose parcel takes it. Empty: the next one.</summary>
    [Input(
        Description = "The number of the order whose parcel takes the card. Empty: the next one.",
        DefaultSyntax = "Liquid",
        Order = 8
    )]
    public Input<string?> Order { get; set; } = default!;

    private protected override Recipient RecipientOf(ActivityExecutionContext context) => TheContact(context);

    private protected override string? DestinationOf(ActivityExecutionContext context) => Filled(context, Order);
}
