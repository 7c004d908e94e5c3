using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Channels.WeCom.Blocks;

/// <summary>Begins the journey when a member of staff deletes a customer (S0-04); a transfer to a colleague is no deletion.</summary>
[Activity(
    "Marketing",
    "Nurture",
    "Starts the journey when a member of staff deletes a customer from their friends.",
    DisplayName = "We deleted customer",
    Icon = "relation-lost",
    Kind = ActivityKind.Trigger
)]
public sealed class WeDeletedCustomer : FactTrigger
{
    /// <summary>The members of staff; none means anybody.</summary>
    [Input(
        Description = "Which members of staff deleted the customer, by user id. Empty: anybody.",
        UIHint = InputUIHints.MultiText
    )]
    public Input<ICollection<string>>? Staff { get; set; }

    private protected override IReadOnlyList<string> EventTypes => [WeComEvents.FriendRemoved];

    private protected override bool Fits(
        EventFacts facts,
        Func<Input<ICollection<string>>?, ICollection<string>?> read
    ) => facts["transferred"] is not "true" && facts.Is("staff", read(Staff));
}
