using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Messaging.Blocks;

/// <summary>Sends a template message of the brand's official account to the contact.</summary>
[Activity(
    "Marketing",
    "Nurture",
    "Sends a template message of the official account to the contact.",
    DisplayName = "Send official account message",
    Icon = "official-account"
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
[Reaches(DirectRelation.Follower)]
public sealed class SendOfficialAccountMessage() : TemplateSendBlock(Carrier.OfficialAccount, "official-account")
{
    /// <summary>The page it opens. Empty: none.</summary>
    [Input(
        DisplayName = "Link",
        Description = "The page the message opens. Empty: none.",
        DefaultSyntax = "Liquid",
        Order = 14
    )]
    public Input<string?> LinkUrl { get; set; } = default!;

    private protected override Recipient RecipientOf(ActivityExecutionContext context) => TheContact(context);

    private protected override IReadOnlyList<Attachment> AttachmentsOf(ActivityExecutionContext context) =>
        Filled(context, LinkUrl) is { } url
            ? [.. base.AttachmentsOf(context), new Attachment.Link(url, url)]
            : base.AttachmentsOf(context);
}
