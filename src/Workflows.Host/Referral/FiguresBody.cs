using Workflows.Marketing.Invites;
using Workflows.Marketing.Plays.Referral;

namespace Workflows.Host.Referral;

/// <summary>What a distribution came to, and how its invitations spread.</summary>
/// <param name="Distributors">How many distributors there are by the end of the span.</param>
/// <param name="Active">How many of them brought an order in it, themselves.</param>
/// <param name="Joined">How many became distributors in it.</param>
/// <param name="Levels">What each level came to.</param>
/// <param name="Invites">How its invitations spread.</param>
internal sealed record FiguresBody(
    int Distributors,
    int Active,
    int Joined,
    IReadOnlyList<LevelBody> Levels,
    InviteFiguresBody Invites
)
{
    public static FiguresBody From(ReferralFigures figures, InviteFigures invites) =>
        new(
            figures.Distributors,
            figures.Active,
            figures.Joined,
            [
                .. figures.Levels.Select(level => new LevelBody(
                    (int)level.Level,
                    level.Orders,
                    level.Sales,
                    level.Commission
                )),
            ],
            InviteFiguresBody.From(invites)
        );
}
