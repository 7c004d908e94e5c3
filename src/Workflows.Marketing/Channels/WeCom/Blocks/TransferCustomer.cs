using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Messaging.Blocks;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Channels.WeCom.Blocks;

/// <summary>
/// Has another member of staff take the contact over: on the job, or as an inheritance of one who has left (S3-52). The customer has a day to
/// refuse; the block waits for that.
/// </summary>
[Activity(
    "Marketing",
    "Nurture",
    "Has another member of staff take the customer over, and waits whether the customer agrees: that takes a day.",
    DisplayName = "Transfer customer",
    Icon = "transfer"
)]
[FlowNode(Done, SendPorts.QuotaReached, SendPorts.NotAFriend, SendPorts.Refused, SendPorts.Failed)]
public sealed class TransferCustomer : RecordBlock
{
    /// <summary>Who has the customer. Empty: who became their friend last.</summary>
    [Input(
        Description = "The user id of the staff member who has the customer. Empty: who became their friend last.",
        DefaultSyntax = "Liquid",
        Order = 1
    )]
    public Input<string?> From { get; set; } = default!;

    /// <summary>Who takes the customer over.</summary>
    [Input(
        DisplayName = "Taker",
        Description = "The user id of the staff member who takes the customer over, for example the one that Assign agent chose.",
        IsRequired = true,
        DefaultSyntax = "Liquid",
        Order = 2
    )]
    public Input<string?> To { get; set; } = default!;

    /// <summary>What the customer is told.</summary>
    [Input(
        Description = "What the customer is told, at most 200 characters. Empty, and where the old staff member has left: WeCom's own words.",
        UIHint = InputUIHints.MultiLine,
        DefaultSyntax = "Liquid",
        Order = 3
    )]
    public Input<string?> Text { get; set; } = default!;

    /// <summary>Whether the old member has left the company.</summary>
    [Input(
        DisplayName = "Has left",
        Description = "Whether the old staff member has left the company: the customer is inherited then.",
        UIHint = InputUIHints.Checkbox,
        Order = 4
    )]
    public Input<bool> HasLeft { get; set; } = new(false);

    private protected override RecordChange ChangeOf(ActivityExecutionContext context)
    {
        var text = Filled(context, Text);
        return text is { Length: > 200 }
            ? throw new FaultException("TextTooLong", "What the customer is told has more than 200 characters.")
            : new RecordChange.CustomerMove(Required(context, To, "Taker"), text, context.Get(HasLeft));
    }

    private protected override string? StaffOf(ActivityExecutionContext context) => StaffOf(context, From);
}
