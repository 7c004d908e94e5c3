using System.Globalization;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>
/// A group-buy (S2-28…32): what a team is promised, and where the journey of a team begins. While the journey is published, the shop opens teams of the
/// campaign; each runs once for the contact who opened it.
/// </summary>
[Activity(
    "Marketing",
    "Social",
    "A group-buy: its prices, sizes and time. The journey runs once for every team, for the contact who opens it.",
    DisplayName = "Group-buy campaign",
    Icon = "group-buy",
    Kind = ActivityKind.Trigger
)]
public sealed class GroupBuyCampaign : FactTrigger
{
    /// <summary>The campaign's name.</summary>
    [Input(Description = "The campaign's name, as the shop asks for it.", IsRequired = true, Order = 1)]
    public Input<string> Campaign { get; set; } = default!;

    /// <summary>What is sold.</summary>
    [Input(Description = "What is sold: the product's number.", Order = 2)]
    public Input<string?>? Product { get; set; }

    /// <summary>What one pays alone.</summary>
    [Input(DisplayName = "Single price", Description = "What one pays alone.", IsRequired = true, Order = 3)]
    public Input<decimal> SinglePrice { get; set; } = default!;

    /// <summary>What a member pays.</summary>
    [Input(DisplayName = "Member price", Description = "What a member of a team pays.", IsRequired = true, Order = 4)]
    public Input<decimal> MemberPrice { get; set; } = default!;

    /// <summary>What the leader pays.</summary>
    [Input(
        DisplayName = "Leader price",
        Description = "What the leader pays, who opens the team and invites the others; no more than a member.",
        IsRequired = true,
        Order = 5
    )]
    public Input<decimal> LeaderPrice { get; set; } = default!;

    /// <summary>How many make a team.</summary>
    [Input(
        DisplayName = "Team size",
        Description = "How many make a team, the leader included.",
        DefaultValue = 3,
        Order = 6
    )]
    public Input<int> Size { get; set; } = new(3);

    /// <summary>The sizes that are compared.</summary>
    [Input(
        DisplayName = "Sizes to compare",
        Description = "For an experiment, for example 2, 3 and 5: each team is drawn into one of them. Empty: all teams have the team size.",
        UIHint = InputUIHints.MultiText,
        Order = 7
    )]
    public Input<ICollection<string>>? Sizes { get; set; }

    /// <summary>How long a team is open, in hours.</summary>
    [Input(DisplayName = "Open for", Description = "How many hours a team is open.", DefaultValue = 24, Order = 8)]
    public Input<double> Hours { get; set; } = new(24);

    /// <summary>What a member pays in a team of three or more.</summary>
    [Input(
        DisplayName = "Price for 3",
        Description = "What a member pays once three are in the team. Empty: the member price.",
        Category = "Headcount discount",
        Order = 20
    )]
    public Input<decimal?>? Price3 { get; set; }

    /// <summary>What a member pays in a team of four or more.</summary>
    [Input(
        DisplayName = "Price for 4",
        Description = "What a member pays once four are in the team. Empty: the price before it.",
        Category = "Headcount discount",
        Order = 21
    )]
    public Input<decimal?>? Price4 { get; set; }

    /// <summary>What a member pays in a team of five or more.</summary>
    [Input(
        DisplayName = "Price for 5",
        Description = "What a member pays once five are in the team. Empty: the price before it.",
        Category = "Headcount discount",
        Order = 22
    )]
    public Input<decimal?>? Price5 { get; set; }

    /// <summary>The team.</summary>
    [Output(Description = "The team, for the blocks that follow.")]
    public Output<string>? Team { get; set; }

    /// <summary>The plan as the rule set groupbuy-policy asks about it.</summary>
    [Output(Description = "The team's plan as groupbuy-policy asks about it: { plan: … }.")]
    public Output<object>? Plan { get; set; }

    private protected override IReadOnlyList<string> EventTypes => [GroupBuyEvents.Opened];

    /// <summary>The campaign as it is written down.</summary>
    internal GroupBuyPlan Read(TriggerIndexingContext context)
    {
        var campaign = context.Get(Campaign)?.Trim() ?? "";
        HeadcountPrice[] tiers = [.. Tiers(context.Get(Price3), context.Get(Price4), context.Get(Price5))];
        return new GroupBuyPlan(
            campaign,
            [
                .. SizesOf(context)
                    .Distinct()
                    .Order()
                    .Select(size => new GroupBuyTerms(
                        campaign,
                        size,
                        tiers.Select(tier => tier.From).Append(size).Max(),
                        context.Get(SinglePrice),
                        context.Get(MemberPrice),
                        context.Get(LeaderPrice),
                        HoursOf(context.Get(Hours))
                    )
                    {
                        Tiers = tiers,
                        Product = context.Get(Product)?.Trim() ?? "",
                    }),
            ]
        );
    }

    /// <inheritdoc/>
    protected override bool Admits(TriggerIndexingContext context, Stimulus stimulus)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ContactStimulus.TryGetEvent(stimulus, out var told)
            && EventFacts.Of(told)["campaign"].Equals(context.Get(Campaign)?.Trim(), StringComparison.Ordinal);
    }

    private protected override bool Fits(
        EventFacts facts,
        Func<Input<ICollection<string>>?, ICollection<string>?> read
    ) => true;

    private protected override async ValueTask BeginAsync(ActivityExecutionContext context, ContactEvent? received)
    {
        var id = received is null ? "" : EventFacts.Of(received)["team"];
        var team = await TeamOfJourney.FindAsync(context, id);
        context.JournalData["team"] = id;
        context.JournalData["size"] = team.Terms.Size;
        context.Set(Team, id);
        if (context.Captures(Plan))
        {
            context.Set(Plan, GroupBuyPolicy.QuestionOf(team.Terms));
        }

        await context.CompleteActivityAsync();
    }

    // What cannot be read as a size is one that the policy refuses.
    private IEnumerable<int> SizesOf(TriggerIndexingContext context) =>
        context.Get(Sizes) is { Count: > 0 } sizes
            ? sizes.Select(size =>
                int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
            )
            : [context.Get(Size)];

    private static IEnumerable<HeadcountPrice> Tiers(params decimal?[] prices) =>
        prices
            .Index()
            .Where(one => one.Item is not null)
            .Select(one => new HeadcountPrice(one.Index + 3, one.Item!.Value));

    private static TimeSpan HoursOf(double hours) =>
        hours is >= 0 and <= 24 * 365 ? TimeSpan.FromSeconds(Math.Round(hours * 3600)) : TimeSpan.FromDays(366);
}
