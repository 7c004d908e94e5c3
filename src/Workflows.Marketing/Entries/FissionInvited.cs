using Workflows.Marketing.Contacts;
using Workflows.Marketing.Invites;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Entries;

/// <summary>
/// Begins the journey when somebody comes by the invitation of a friend (裂变, S0-25): as a friend, into a group, as a follower of the official
/// account or into the shop, wherever the invitation led.
/// </summary>
[Activity(
    "Marketing",
    "Acquire",
    "Starts the journey when somebody comes by the invitation of a friend: to staff, into a group, to the official account or the shop.",
    DisplayName = "Fission invited",
    Icon = "invite",
    Kind = ActivityKind.Trigger
)]
public sealed class FissionInvited : EntryTrigger
{
    /// <summary>The fission campaigns; none means any.</summary>
    [Input(
        Description = "Of which fission campaigns, as the block Invitation link names them. Empty: of any.",
        UIHint = InputUIHints.MultiText,
        Order = 1
    )]
    public Input<ICollection<string>>? Campaigns { get; set; }

    /// <summary>The campaign of the invitation.</summary>
    [Output(Description = "The campaign of the invitation.")]
    public Output<string>? Campaign { get; set; }

    private protected override IReadOnlyList<string> EventTypes => InviteReading.Comings;

    private protected override bool Fits(
        EventFacts facts,
        Func<Input<ICollection<string>>?, ICollection<string>?> read
    ) => CodeIn(facts) is { } code && Wishes.Grant(read(Campaigns), code.Campaign);

    private protected override ValueTask EnterAsync(ActivityExecutionContext context, ContactEvent? received)
    {
        context.Set(Campaign, received is null ? "" : CodeIn(EventFacts.Of(received))?.Campaign ?? "");
        return base.EnterAsync(context, received);
    }

    private static InviteCode? CodeIn(EventFacts facts) => InviteReading.CodeIn(place => facts[place]);
}
