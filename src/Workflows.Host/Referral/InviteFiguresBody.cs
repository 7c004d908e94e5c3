using Workflows.Marketing.Invites;

namespace Workflows.Host.Referral;

/// <summary>How a campaign of invitations spreads.</summary>
/// <param name="Inviters">How many people were given invitations.</param>
/// <param name="Sent">How many invitations were given.</param>
/// <param name="Accepted">How many people followed one.</param>
/// <param name="Ordered">How many who followed one paid a first order.</param>
/// <param name="PerInviter">Invitations an inviter; absent where there were none.</param>
/// <param name="Conversion">How many of the invitations were followed; absent where none were given.</param>
/// <param name="K">The coefficient of fission: invitations an inviter times conversion.</param>
internal sealed record InviteFiguresBody(
    int Inviters,
    int Sent,
    int Accepted,
    int Ordered,
    decimal? PerInviter,
    decimal? Conversion,
    decimal? K
)
{
    private const int Decimals = 4;

    public static InviteFiguresBody From(InviteFigures figures) =>
        new(
            figures.Inviters,
            figures.Sent,
            figures.Accepted,
            figures.Ordered,
            Round(figures.PerInviter),
            Round(figures.Conversion),
            Round(figures.K)
        );

    private static decimal? Round(decimal? figure) => figure is { } there ? decimal.Round(there, Decimals) : null;
}
