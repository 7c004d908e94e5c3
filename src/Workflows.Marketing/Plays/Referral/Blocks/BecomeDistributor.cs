using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Plays.Referral.Blocks;

/// <summary>Makes the contact a distributor of a program (S2-34, S2-35). Nobody pays to become one, and nobody is paid for it.</summary>
[Activity(
    "Marketing",
    "Social",
    "Makes the contact a distributor, who is paid for orders of those they bring. Joining costs nothing and earns nothing.",
    DisplayName = "Become distributor",
    Icon = "referral"
)]
[FlowNode(Joined, Already, Closed)]
public sealed class BecomeDistributor : CodeActivity
{
    private const string Joined = "Joined";
    private const string Already = "Already";
    private const string Closed = "Closed";

    /// <summary>The program.</summary>
    [Input(
        DisplayName = "Program",
        Description = "The distribution's name, 1 to 20 letters and digits, the same as the campaign of Invitation link.",
        IsRequired = true
    )]
    public Input<string> Program { get; set; } = default!;

    /// <summary>What distributors have of it.</summary>
    [Output(DisplayName = "Rights", Description = "What distributors have of it, as the program says.")]
    public Output<string>? Rights { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var admission = await context
            .GetRequiredService<ReferralDesk>()
            .JoinAsync(
                context.ProgramOf(Program),
                context.Contact().Id,
                context.Now,
                context.EffectKey("join"),
                context.CancellationToken
            );
        context.JournalData["referrer"] = admission.Member?.ReferrerId;
        context.Set(Rights, admission.Program.DistributorRights);
        await context.CompleteActivityWithOutcomesAsync(
            admission.Member is null ? Closed
            : admission.IsNew ? Joined
            : Already
        );
    }
}
