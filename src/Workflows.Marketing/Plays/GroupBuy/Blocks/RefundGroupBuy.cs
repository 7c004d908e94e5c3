using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>Ends a team that did not come together, and refunds everybody in full (S2-33).</summary>
[Activity(
    "Marketing",
    "Social",
    "Ends a team that did not come together, and gives everybody their money back in full.",
    DisplayName = "Refund group-buy",
    Icon = "refund"
)]
[FlowNode(Refunded, Together)]
public sealed class RefundGroupBuy : CodeActivity
{
    private const string Refunded = "Refunded";
    private const string Together = "Together";

    /// <summary>The team.</summary>
    [Input(Description = "The team, from Group-buy campaign.", IsRequired = true, DefaultSyntax = "Variable")]
    public Input<string> Team { get; set; } = default!;

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var team = await TeamOfJourney.DoAsync(
            context,
            Team.Get(context),
            (desk, id) => desk.RefundAllAsync(id, context.Now, context.CancellationToken)
        );
        await context.CompleteActivityWithOutcomesAsync(team.State == TeamState.Succeeded ? Together : Refunded);
    }
}
