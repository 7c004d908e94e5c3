using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Marketing.Entries;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Channels.WeCom.Blocks;

/// <summary>Begins the journey when a customer becomes a friend by one of some QR codes or links.</summary>
[Activity(
    "Marketing",
    "Acquire",
    "Starts the journey when a customer becomes a friend by scanning a QR code or opening a link of a store or channel.",
    DisplayName = "Store or channel QR scanned",
    Icon = "qr",
    Kind = ActivityKind.Trigger
)]
public sealed class QrScanned : EntryTrigger
{
    /// <summary>The <c>state</c> of the QR codes; none means any.</summary>
    [Input(
        DisplayName = "Channel codes",
        Description = "Which QR codes or links, by their state, for example store-17 or store-*. Empty: any, and friends who came without one.",
        UIHint = InputUIHints.MultiText
    )]
    public Input<ICollection<string>>? States { get; set; }

    /// <summary>The members of staff; none means anybody.</summary>
    [Input(
        Description = "Which members of staff were added, by user id. Empty: anybody.",
        UIHint = InputUIHints.MultiText
    )]
    public Input<ICollection<string>>? Staff { get; set; }

    private protected override IReadOnlyList<string> EventTypes => [WeComEvents.FriendAdded];

    private protected override bool Fits(
        EventFacts facts,
        Func<Input<ICollection<string>>?, ICollection<string>?> read
    ) => facts.Is("state", read(States)) && facts.Is("staff", read(Staff));
}
