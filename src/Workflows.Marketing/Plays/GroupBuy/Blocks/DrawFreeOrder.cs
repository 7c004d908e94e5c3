using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>
/// Draws free orders among the members of a settled team (S2-31). Off unless it is switched on and the legal check is ticked; the draw can be repeated by
/// anybody from what is published, and the campaign's quota is never exceeded.
/// </summary>
[Activity(
    "Marketing",
    "Social",
    "Draws free orders among the members of a settled team, so that anybody can check it. Off unless switched on and legally checked.",
    DisplayName = "Lottery free order",
    Icon = "lottery"
)]
[FlowNode(Drawn, Off)]
public sealed class DrawFreeOrder : CodeActivity
{
    private const string Drawn = "Drawn";
    private const string Off = "Off";

    /// <summary>The team.</summary>
    [Input(
        Description = "The team, from Group-buy campaign.",
        IsRequired = true,
        DefaultSyntax = "Variable",
        Order = 1
    )]
    public Input<string> Team { get; set; } = default!;

    /// <summary>Whether anything is drawn.</summary>
    [Input(
        DisplayName = "Switched on",
        Description = "Whether free orders are drawn at all.",
        UIHint = InputUIHints.Checkbox,
        Order = 2
    )]
    public Input<bool> IsOn { get; set; } = new(false);

    /// <summary>Whether somebody has checked that the law allows it.</summary>
    [Input(
        DisplayName = "Legal check done",
        Description = "Whether somebody has checked that the law allows this lottery: rules published, value of prizes, odds told.",
        UIHint = InputUIHints.Checkbox,
        Order = 3
    )]
    public Input<bool> IsLegallyChecked { get; set; } = new(false);

    /// <summary>The chance of each order.</summary>
    [Input(Description = "The chance of each order, from 0 to 1.", DefaultValue = 0.01, Order = 4)]
    public Input<double> Odds { get; set; } = new(0.01);

    /// <summary>How many free orders the campaign has in all.</summary>
    [Input(Description = "How many free orders the campaign has in all.", DefaultValue = 1, Order = 5)]
    public Input<int> Quota { get; set; } = new(1);

    /// <summary>How many were drawn in this team.</summary>
    [Output(Description = "How many free orders were drawn in this team.")]
    public Output<int>? Winners { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.Get(IsOn) || !context.Get(IsLegallyChecked))
        {
            await context.CompleteActivityWithOutcomesAsync(Off);
            return;
        }

        var (odds, quota) = (Math.Clamp(context.Get(Odds), 0, 1), Math.Max(0, context.Get(Quota)));
        var team = await TeamOfJourney.DoAsync(
            context,
            Team.Get(context),
            (desk, id) => desk.DrawAsync(id, odds, quota, context.Now, context.CancellationToken)
        );
        if (team.Draw is not { } draw)
        {
            throw new FaultException(
                "NotSettled",
                "Free orders are drawn in a team that came together and is settled."
            );
        }

        context.JournalData["seed"] = team.Seed;
        context.JournalData["winners"] = string.Join(", ", draw.Winners);
        context.Set(Winners, draw.Winners.Count);
        await context.CompleteActivityWithOutcomesAsync(Drawn);
    }
}
