using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Channels.WeCom.Blocks;

/// <summary>Begins the journey for a customer whose member of staff has left the company (S3-52).</summary>
[Activity(
    "Marketing",
    "Nurture",
    "Starts the journey for a customer whose staff member has left the company, so that somebody else takes over.",
    DisplayName = "Staff member left",
    Icon = "relation-lost",
    Kind = ActivityKind.Trigger
)]
public sealed class CustomerUnassigned : FactTrigger
{
    /// <summary>The members of staff who left; none means anybody.</summary>
    [Input(
        Description = "Which members of staff have left, by user id. Empty: anybody.",
        UIHint = InputUIHints.MultiText
    )]
    public Input<ICollection<string>>? Staff { get; set; }

    private protected override IReadOnlyList<string> EventTypes => [WeComEvents.Unassigned];

    private protected override bool Fits(
        EventFacts facts,
        Func<Input<ICollection<string>>?, ICollection<string>?> read
    ) => facts.Is("staff", read(Staff));
}
