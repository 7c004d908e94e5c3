using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Entries;

/// <summary>
/// Begins the journey when a customer scans the card in a parcel (S3-21, S4-34): the code may lead into a group first, or to a member of staff;
/// the outcome says which it was.
/// </summary>
[Activity(
    "Marketing",
    "Acquire",
    "Starts the journey when a customer scans the card in a parcel: Group and Friend tell where the code led.",
    DisplayName = "Package card scanned",
    Icon = "package",
    Kind = ActivityKind.Trigger
)]
[FlowNode(Group, Friend)]
public sealed class PackageCardScanned : EntryTrigger
{
    private const string Group = "Group";
    private const string Friend = "Friend";

    /// <summary>The <c>state</c> of the cards' codes; those that begin with <c>package-</c> unless set.</summary>
    [Input(
        DisplayName = "Channel codes",
        Description = "The states of the cards' codes that add staff, for example package-*.",
        UIHint = InputUIHints.MultiText,
        Order = 1
    )]
    public Input<ICollection<string>>? Codes { get; set; } = new(["package-*"]);

    /// <summary>The groups that cards lead to; none where cards only lead to staff.</summary>
    [Input(
        Description = "The chat ids of the groups that cards lead to. Empty: cards lead to staff only.",
        UIHint = InputUIHints.MultiText,
        Order = 2
    )]
    public Input<ICollection<string>>? Groups { get; set; }

    private protected override IReadOnlyList<string> EventTypes => [WeComEvents.GroupJoined, WeComEvents.FriendAdded];

    private protected override bool Fits(
        EventFacts facts,
        Func<Input<ICollection<string>>?, ICollection<string>?> read
    ) =>
        facts.Type is WeComEvents.GroupJoined
            ? read(Groups) is { Count: > 0 } groups && facts.Is("group", groups)
            : facts.Is("state", read(Codes));

    private protected override ValueTask EnterAsync(ActivityExecutionContext context, ContactEvent? received) =>
        context.CompleteActivityWithOutcomesAsync(received?.Type is WeComEvents.GroupJoined ? Group : Friend);
}
