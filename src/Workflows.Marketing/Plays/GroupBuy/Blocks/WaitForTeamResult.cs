using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>
/// Waits until a team is full or its time is over (S2-33). The time is a timer of the journey; when it comes, the team is closed, so that nobody can join
/// any more, and it is known whether it came together.
/// </summary>
[Activity(
    "Marketing",
    "Social",
    "Waits until the team is full or its time is over, and closes it then.",
    DisplayName = "Wait for the team",
    Icon = "wait"
)]
[FlowNode(Succeeded, Expired)]
public sealed class WaitForTeamResult : Activity
{
    private const string Succeeded = "Succeeded";
    private const string Expired = "Expired";

    /// <summary>The team.</summary>
    [Input(Description = "The team, from Group-buy campaign.", IsRequired = true, DefaultSyntax = "Variable")]
    public Input<string> Team { get; set; } = default!;

    /// <summary>How many were in the team when it closed.</summary>
    [Output(Description = "How many were in the team when it closed.")]
    public Output<int>? Headcount { get; set; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => LookAsync(context);

    private async ValueTask LookAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var team = await TeamOfJourney.DoAsync(
            context,
            Team.Get(context),
            (desk, id) => desk.CloseAsync(id, context.Now, context.CancellationToken)
        );
        if (team.State == TeamState.Open)
        {
            Wait(context, team);
            return;
        }

        context.Set(Headcount, team.Headcount);
        await context.CompleteActivityWithOutcomesAsync(team.State == TeamState.Succeeded ? Succeeded : Expired);
    }

    // The contact may have opened other teams; whichever closes, this one is looked at.
    private void Wait(ActivityExecutionContext context, Team team) =>
        context.WaitForEvent(GroupBuyEvents.Closed, LookAsync, team.ClosesAt);
}
