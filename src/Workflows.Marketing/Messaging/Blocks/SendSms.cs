using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Messaging.Blocks;

/// <summary>Sends a text message to the contact's phone.</summary>
[Activity(
    "Marketing",
    "Acquire",
    "Sends a text message to the contact's phone and waits for the gateway's report.",
    DisplayName = "Send SMS",
    Icon = "sms"
)]
[FlowNode(
    SendPorts.Sent,
    SendPorts.Unconfirmed,
    SendPorts.QuotaReached,
    SendPorts.Deferred,
    SendPorts.Refused,
    SendPorts.SoldOut,
    SendPorts.Failed
)]
[Reaches(DirectRelation.OptIn)]
public sealed class SendSms() : TemplateSendBlock(Carrier.Sms, "sms")
{
    private protected override Recipient RecipientOf(ActivityExecutionContext context) => TheContact(context);
}
