using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Lifecycle.Blocks;

/// <summary>
/// Begins the journey of contacts who come into another lifecycle tier (S2-14); inside a journey it waits until the contact does. Tiers are
/// worked out once a day by the rule set <c>lifecycle-tiers</c>.
/// </summary>
[Activity(
    "Marketing",
    "Nurture",
    "Starts the journey of each contact who comes into another lifecycle tier; tiers are worked out once a day.",
    DisplayName = "Lifecycle tier changed",
    Icon = "stage",
    Kind = ActivityKind.Trigger
)]
public sealed class TierChanged : FactTrigger
{
    /// <summary>The tiers the contact comes from; empty for any, also for none.</summary>
    [Input(
        DisplayName = "From tiers",
        Description = "The tiers the contact comes from, for example silent. Empty: any.",
        UIHint = InputUIHints.MultiText,
        Order = 1
    )]
    public Input<ICollection<string>>? From { get; set; }

    /// <summary>The tiers the contact comes into; empty for any.</summary>
    [Input(
        DisplayName = "Into tiers",
        Description = "The tiers the contact comes into, for example repeat and loyal. Empty: any.",
        UIHint = InputUIHints.MultiText,
        Order = 2
    )]
    public Input<ICollection<string>>? To { get; set; }

    /// <summary>The tier the contact is in now.</summary>
    [Output(DisplayName = "New tier", Description = "The tier the contact is in now.")]
    public Output<string>? Tier { get; set; }

    private protected override IReadOnlyList<string> EventTypes => [TierEvents.Changed];

    private protected override bool Fits(
        EventFacts facts,
        Func<Input<ICollection<string>>?, ICollection<string>?> read
    ) => facts.Is("from", read(From)) && facts.Is("to", read(To));

    private protected override ValueTask BeginAsync(ActivityExecutionContext context, ContactEvent? received)
    {
        context.Set(
            Tier,
            received is null ? context.Contact().Text(TierEvents.Attribute) ?? "" : EventFacts.Of(received)["to"]
        );
        return context.CompleteActivityAsync();
    }
}
