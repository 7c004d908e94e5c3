using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Entries;

/// <summary>Begins a journey with a lead of some campaigns.</summary>
public abstract class LeadTrigger : EntryTrigger
{
    private protected LeadTrigger() { }

    /// <summary>The campaigns; none means any.</summary>
    [Input(
        Description = "Which campaigns, by their name over there, for example spring-*. Empty: any.",
        UIHint = InputUIHints.MultiText,
        Order = 2
    )]
    public Input<ICollection<string>>? Campaigns { get; set; }

    /// <summary>Where leads come from.</summary>
    private protected abstract Input<ICollection<string>>? Sources { get; }

    private protected override bool Fits(
        EventFacts facts,
        Func<Input<ICollection<string>>?, ICollection<string>?> read
    ) => facts.Is("platform", read(Sources)) && facts.Is("campaign", read(Campaigns));
}
