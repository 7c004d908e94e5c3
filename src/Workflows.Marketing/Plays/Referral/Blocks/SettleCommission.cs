using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Plays.Referral.Blocks;

/// <summary>
/// Settles the contact's orders with the distributors who brought it: credits what is new, takes back what was refunded (S2-34, S2-36). Stands behind
/// <c>order.paid</c> and <c>order.refunded</c>.
/// </summary>
[Activity(
    "Marketing",
    "Social",
    "Credits the distributors who brought the contact with their share of its orders, at most two levels, and takes it back when an order is refunded.",
    DisplayName = "Settle commission",
    Icon = "commission"
)]
[FlowNode(Credited, TakenBack, Unchanged)]
public sealed class SettleCommission : CodeActivity
{
    private const string Credited = "Credited";
    private const string TakenBack = "TakenBack";
    private const string Unchanged = "Unchanged";

    /// <summary>The program.</summary>
    [Input(DisplayName = "Program", Description = "The distribution's name.", IsRequired = true, Order = 1)]
    public Input<string> Program { get; set; } = default!;

    /// <summary>How many levels are paid; never more than the program says.</summary>
    [Input(
        DisplayName = "Levels",
        Description = "How many levels are paid: 1 or 2, and never more than the program says. There is no third.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "1", "2" },
        DefaultValue = 2,
        Minimum = "1",
        Maximum = "2",
        Order = 2
    )]
    public Input<int> Levels { get; set; } = new(ReferralProgram.MostLevels);

    /// <summary>What says the rates.</summary>
    [Input(
        DisplayName = "Rule set",
        Description = "Which rule set says tiers and rates. The version in force when the order was paid decides.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(RuleSetOptions),
        DefaultValue = TierQuestion.RuleSet,
        Order = 3
    )]
    public Input<string> RuleSet { get; set; } = new(TierQuestion.RuleSet);

    /// <summary>What changed for the distributors of the first level.</summary>
    [Output(
        DisplayName = "First level",
        Description = "What the distributor who brought the contact was credited, in yuan; negative where it was taken back."
    )]
    public Output<decimal>? Direct { get; set; }

    /// <summary>What changed for the distributors of the second level.</summary>
    [Output(
        DisplayName = "Second level",
        Description = "What the distributor above was credited, in yuan; negative where it was taken back."
    )]
    public Output<decimal>? Indirect { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var levels = Levels.Get(context);
        if (ReferralProgramCheck.Levels(levels, "levels") is { } mistake)
        {
            throw new FaultException(mistake.Code, mistake.Message);
        }

        var contact = context.Contact();
        var posted = await context
            .GetRequiredService<ReferralDesk>()
            .SettleAsync(
                context.ProgramOf(Program),
                levels,
                TierQuestion.Named(context.Get(RuleSet)),
                [.. contact.Orders.Select(order => new ReferralOrder(contact.Id, order))],
                context.Now,
                context.EffectKey("commission"),
                context.CancellationToken
            );
        var direct = Sum(posted, ReferralLevel.Direct);
        var indirect = Sum(posted, ReferralLevel.Indirect);
        context.JournalData["direct"] = direct;
        context.JournalData["indirect"] = indirect;
        context.Set(Direct, direct);
        context.Set(Indirect, indirect);
        await context.CompleteActivityWithOutcomesAsync(
            (direct + indirect) switch
            {
                > 0m => Credited,
                < 0m => TakenBack,
                _ => Unchanged,
            }
        );
    }

    private static decimal Sum(IReadOnlyList<Commission> posted, ReferralLevel level) =>
        posted.Where(one => one.Level == level).Sum(one => one.Change);
}
