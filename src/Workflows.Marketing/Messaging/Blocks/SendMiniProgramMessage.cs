using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Messaging.Blocks;

/// <summary>Sends a subscribe message of the brand's mini-program to a contact who asked for it.</summary>
[Activity(
    "Marketing",
    "Nurture",
    "Sends a subscribe message of the mini-program to a contact who asked for it.",
    DisplayName = "Send mini-program message",
    Icon = "mini-program"
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
public sealed class SendMiniProgramMessage() : TemplateSendBlock(Carrier.MiniProgram, "mini-program")
{
    /// <summary>The page it opens. Empty: the start page.</summary>
    [Input(
        Description = "The page of the mini-program it opens, with its query. Empty: the start page.",
        DefaultSyntax = "Liquid",
        Order = 14
    )]
    public Input<string?> Page { get; set; } = default!;

    private protected override Recipient RecipientOf(ActivityExecutionContext context) => TheContact(context);

    private protected override IReadOnlyList<Attachment> AttachmentsOf(ActivityExecutionContext context) =>
        Filled(context, Page) is { } page
            ? [.. base.AttachmentsOf(context), new Attachment.MiniProgram("", page, "")]
            : base.AttachmentsOf(context);
}
