using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Marketing.Entries;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Channels.WeCom.Blocks;

/// <summary>Begins the journey when a customer joins one of some groups.</summary>
[Activity(
    "Marketing",
    "Acquire",
    "Starts the journey when a customer joins a customer group.",
    DisplayName = "Group joined",
    Icon = "group",
    Kind = ActivityKind.Trigger
)]
public sealed class GroupJoined : EntryTrigger
{
    /// <summary>The chat ids of the groups; none means any.</summary>
    [Input(Description = "Which groups, by their chat id. Empty: any.", UIHint = InputUIHints.MultiText)]
    public Input<ICollection<string>>? Groups { get; set; }

    private protected override IReadOnlyList<string> EventTypes => [WeComEvents.GroupJoined];

    private protected override bool Fits(
        EventFacts facts,
        Func<Input<ICollection<string>>?, ICollection<string>?> read
    ) => facts.Is("group", read(Groups));
}
