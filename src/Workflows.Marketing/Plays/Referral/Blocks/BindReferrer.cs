using Workflows.Marketing.Contacts;
using Workflows.Marketing.Invites;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Plays.Referral.Blocks;

/// <summary>Binds the contact to the distributor whose invitation it followed, for good (S2-34).</summary>
[Activity(
    "Marketing",
    "Social",
    "Binds the contact to the distributor whose invitation it followed. Who is bound, or in the program already, stays as they are.",
    DisplayName = "Bind to referrer",
    Icon = "referral"
)]
[FlowNode(Bound, Already, NoReferrer)]
public sealed class BindReferrer : CodeActivity
{
    private const string Bound = "Bound";
    private const string Already = "Already";
    private const string NoReferrer = "NoReferrer";

    /// <summary>The program.</summary>
    [Input(
        DisplayName = "Program",
        Description = "The distribution's name, 1 to 20 letters and digits, the same as the campaign of Invitation link.",
        IsRequired = true,
        Order = 1
    )]
    public Input<string> Program { get; set; } = default!;

    /// <summary>The code of the invitation; that of the event that runs the journey unless given.</summary>
    [Input(
        DisplayName = "Invitation code",
        Description = "The code of the invitation. Empty: that of the event that has just come, for example of the scanned code.",
        DefaultSyntax = "Liquid",
        Order = 2
    )]
    public Input<string?>? Code { get; set; }

    /// <summary>What those who are brought have of it.</summary>
    [Output(DisplayName = "Rights", Description = "What those who are brought have of it, as the program says.")]
    public Output<string>? Rights { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var program = context.ProgramOf(Program);
        var invitation = Invitation(context);
        var admission = await context
            .GetRequiredService<ReferralDesk>()
            .BindAsync(
                program,
                context.Contact().Id,
                invitation is { } code && code.Campaign.Equals(program, StringComparison.Ordinal) ? code.Inviter : null,
                context.Now,
                context.EffectKey("bind"),
                context.CancellationToken
            );
        context.JournalData["referrer"] = admission.Member?.ReferrerId;
        context.Set(Rights, admission.Program.InviteeRights);
        await context.CompleteActivityWithOutcomesAsync(
            admission.Member is null ? NoReferrer
            : admission.IsNew ? Bound
            : Already
        );
    }

    private InviteCode? Invitation(ActivityExecutionContext context) =>
        context.Get(Code)?.Trim() is { Length: > 0 } text ? InviteCode.Read(text)
        : ContactStimulus.FromPayload(context.StimulusPayload) is { } arrival ? InviteReading.CodeOf(arrival)
        : null;
}
