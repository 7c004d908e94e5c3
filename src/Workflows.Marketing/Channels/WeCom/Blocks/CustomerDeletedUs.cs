using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Channels.WeCom.Blocks;

/// <summary>Begins the journey when a customer deletes a member of staff (S0-04).</summary>
[Activity(
    "Marketing",
    "Nurture",
    "Starts the journey when a customer deletes a member of staff from their friends.",
    DisplayName = "Customer deleted us",
    Icon = "relation-lost",
    Kind = ActivityKind.Trigger
)]
public sealed class CustomerDeletedUs : FactTrigger
{
    /// <summary>The members of staff; none means anybody.</summary>
    [Input(
        Description = "Which members of staff were deleted, by user id. Empty: anybody.",
        UIHint = InputUIHints.MultiText
    )]
    public Input<ICollection<string>>? Staff { get; set; }

    private protected override IReadOnlyList<string> EventTypes => [WeComEvents.FriendLost];

    private protected override bool Fits(
        EventFacts facts,
        Func<Input<ICollection<string>>?, ICollection<string>?> read
    ) => facts.Is("staff", read(Staff));
}
