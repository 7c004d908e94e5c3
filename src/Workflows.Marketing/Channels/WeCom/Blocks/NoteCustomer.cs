using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Messaging.Blocks;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Channels.WeCom.Blocks;

/// <summary>Writes a remark about the customer for a member of staff, where they see it: beside the chat.</summary>
[Activity(
    "Marketing",
    "Nurture",
    "Writes a remark about the customer in WeCom, where the staff member sees it beside the chat.",
    DisplayName = "Note in WeCom",
    Icon = "note"
)]
[FlowNode(Done, SendPorts.NotAFriend, SendPorts.Refused, SendPorts.Failed)]
public sealed class NoteCustomer : RecordBlock
{
    /// <summary>Whose note it is. Empty: who became their friend last.</summary>
    [Input(
        Description = "The user id of the staff member whose note it is. Empty: who became their friend last.",
        DefaultSyntax = "Liquid",
        Order = 1
    )]
    public Input<string?> Staff { get; set; } = default!;

    /// <summary>The name the member calls the customer by.</summary>
    [Input(
        Description = "What the staff member calls the customer, at most 20 characters; more are cut off.",
        DefaultSyntax = "Liquid",
        Order = 2
    )]
    public Input<string?> Remark { get; set; } = default!;

    /// <summary>More about the customer.</summary>
    [Input(
        Description = "What the staff member should know, at most 150 characters; more are cut off.",
        UIHint = InputUIHints.MultiLine,
        DefaultSyntax = "Liquid",
        Order = 3
    )]
    public Input<string?> Description { get; set; } = default!;

    /// <summary>Whether what the member wrote may be replaced.</summary>
    [Input(
        DisplayName = "Overwrites",
        Description = "Whether it replaces what the staff member wrote; otherwise that stays, and the block leaves by Refused.",
        UIHint = InputUIHints.Checkbox,
        Order = 4
    )]
    public Input<bool> Overwrites { get; set; } = new(false);

    private protected override RecordChange ChangeOf(ActivityExecutionContext context) =>
        new RecordChange.Note(
            Cut(Filled(context, Remark), 20),
            Cut(Filled(context, Description), 150),
            context.Get(Overwrites)
        );

    private protected override string? StaffOf(ActivityExecutionContext context) => StaffOf(context, Staff);

    private static string? Cut(string? text, int length) => text?.Length > length ? text[..length] : text;
}
