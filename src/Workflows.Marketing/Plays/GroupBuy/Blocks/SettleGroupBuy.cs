using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>Settles a team that came together (S2-28, S2-32): its price follows from how many it has, and everybody gets the difference back.</summary>
[Activity(
    "Marketing",
    "Social",
    "Settles the team: the price of its headcount holds for all, and the difference is given back.",
    DisplayName = "Settle group-buy",
    Icon = "settle"
)]
[FlowNode(Settled, NotTogether)]
public sealed class SettleGroupBuy : CodeActivity
{
    private const string Settled = "Settled";
    private const string NotTogether = "NotTogether";

    /// <summary>The team.</summary>
    [Input(Description = "The team, from Group-buy campaign.", IsRequired = true, DefaultSyntax = "Variable")]
    public Input<string> Team { get; set; } = default!;

    /// <summary>What a member pays in the end.</summary>
    [Output(Description = "What a member pays in the end.")]
    public Output<decimal>? Price { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var team = await TeamOfJourney.DoAsync(
            context,
            Team.Get(context),
            (desk, id) => desk.SettleAsync(id, context.Now, context.CancellationToken)
        );
        if (team.State != TeamState.Succeeded)
        {
            await context.CompleteActivityWithOutcomesAsync(NotTogether);
            return;
        }

        var price = team.Terms.PriceOf(SeatRole.Member, team.Headcount);
        context.JournalData["price"] = price;
        context.Set(Price, price);
        await context.CompleteActivityWithOutcomesAsync(Settled);
    }
}
