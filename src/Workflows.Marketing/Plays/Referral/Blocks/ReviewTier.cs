using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Plays.Referral.Blocks;

/// <summary>Looks at what the distributor brought and puts it into the tier the rule set says, from a date on (S2-36).</summary>
[Activity(
    "Marketing",
    "Social",
    "Puts the distributor into the tier its own orders and sales deserve. Orders paid from the date on earn by it; earlier ones keep their rate.",
    DisplayName = "Distributor tier change",
    Icon = "tier"
)]
[FlowNode(Up, Down, Same, NoDistributor)]
public sealed class ReviewTier : CodeActivity
{
    private const string Up = "Up";
    private const string Down = "Down";
    private const string Same = "Same";
    private const string NoDistributor = "NoDistributor";

    /// <summary>The program.</summary>
    [Input(DisplayName = "Program", Description = "The distribution's name.", IsRequired = true, Order = 1)]
    public Input<string> Program { get; set; } = default!;

    /// <summary>What says the tiers.</summary>
    [Input(
        DisplayName = "Rule set",
        Description = "Which rule set says tiers and rates. The version in force when the order was paid decides.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(RuleSetOptions),
        DefaultValue = TierQuestion.RuleSet,
        Order = 2
    )]
    public Input<string> RuleSet { get; set; } = new(TierQuestion.RuleSet);

    /// <summary>How far back orders count; all of them unless given.</summary>
    [Input(
        DisplayName = "Look back",
        Description = "How far back orders count, for example 90.00:00:00. Empty: all of them.",
        Order = 3
    )]
    public Input<TimeSpan?>? LookBack { get; set; }

    /// <summary>From when the tier holds; at once unless given.</summary>
    [Input(
        DisplayName = "Holds from",
        Description = "From when the tier holds, never before now. Empty: at once.",
        Order = 4
    )]
    public Input<DateTimeOffset?>? From { get; set; }

    /// <summary>The tier.</summary>
    [Output(Description = "The tier's name.")]
    public Output<string>? Tier { get; set; }

    /// <summary>Its rate.</summary>
    [Output(Description = "The share of an order, 0 to 1.")]
    public Output<decimal>? Rate { get; set; }

    /// <summary>What a higher tier gives besides; empty for nothing, and where the tier is not higher.</summary>
    [Output(Description = "What the higher tier gives besides its rate. Empty: nothing.")]
    public Output<string>? Prize { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var now = context.Now;
        var since =
            context.Get(LookBack) is { } span && span < now - DateTimeOffset.MinValue
                ? now - span
                : DateTimeOffset.MinValue;
        var review = await context
            .GetRequiredService<ReferralDesk>()
            .ReviewAsync(
                context.ProgramOf(Program),
                TierQuestion.Named(context.Get(RuleSet)),
                context.Contact().Id,
                since,
                context.Get(From) ?? now,
                now,
                context.EffectKey("tier"),
                context.CancellationToken
            );
        if (review is null)
        {
            await context.CompleteActivityWithOutcomesAsync(NoDistributor);
            return;
        }

        context.JournalData["before"] = review.Before.Tier;
        context.JournalData["after"] = review.After.Tier;
        context.JournalData["orders"] = review.Standing.Orders;
        context.JournalData["sales"] = review.Standing.Sales;
        context.JournalData["from"] = review.From;
        context.Set(Tier, review.After.Tier);
        context.Set(Rate, review.After.Rate);
        context.Set(Prize, PrizeOf(review) ?? "");
        Tell(context, review);
        await context.CompleteActivityWithOutcomesAsync(
            review.Direction switch
            {
                > 0 => Up,
                < 0 => Down,
                _ => Same,
            }
        );
    }

    // Whoever falls back keeps what was given, and is given nothing.
    private static string? PrizeOf(TierReview review) => review.Direction > 0 ? review.After.Prize : null;

    private void Tell(ActivityExecutionContext context, TierReview review)
    {
        if (review.Direction == 0)
        {
            return;
        }

        context.Tell(
            ReferralEvents.Source,
            ReferralEvents.TierChanged,
            1,
            new
            {
                program = context.ProgramOf(Program),
                from = review.Before.Tier,
                to = review.After.Tier,
                direction = review.Direction > 0 ? "up" : "down",
                rate = review.After.Rate,
                prize = PrizeOf(review),
                holdsFrom = review.From,
            }
        );
    }
}
