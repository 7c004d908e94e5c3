using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Messaging.Blocks;

/// <summary>Sends an e-mail to the contact.</summary>
[Activity("Marketing", "Nurture", "Sends an e-mail to the contact.", DisplayName = "Send e-mail", Icon = "email")]
[FlowNode(
    SendPorts.Sent,
    SendPorts.Unconfirmed,
    SendPorts.Deferred,
    SendPorts.Refused,
    SendPorts.SoldOut,
    SendPorts.Failed
)]
[Reaches(DirectRelation.OptIn)]
public sealed class SendEmail() : RichSendBlock(Carrier.Email, "email")
{
    /// <summary>The address it goes to.</summary>
    [Input(
        Description = "The address it goes to, for example {{ contact.email }}.",
        IsRequired = true,
        DefaultSyntax = "Liquid",
        Order = 8
    )]
    public Input<string> Address { get; set; } = default!;

    /// <summary>Its subject.</summary>
    [Input(Description = "The subject of the e-mail.", IsRequired = true, DefaultSyntax = "Liquid", Order = 10.5f)]
    public Input<string> Subject { get; set; } = default!;

    private protected override Recipient RecipientOf(ActivityExecutionContext context) => TheContact(context);

    private protected override string? DestinationOf(ActivityExecutionContext context) =>
        Required(context, Address, "Address");

    private protected override IReadOnlyList<Attachment> AttachmentsOf(ActivityExecutionContext context) =>
        [
            new Attachment.Fields(
                "email",
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["subject"] = Required(context, Subject, "Subject"),
                }
            ),
            .. base.AttachmentsOf(context),
        ];
}
