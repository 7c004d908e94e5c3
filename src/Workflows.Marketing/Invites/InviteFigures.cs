namespace Workflows.Marketing.Invites;

/// <summary>How a campaign of invitations spreads in a span of time: what its coefficient is made of (S2-37).</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Inviters">How many people were given invitations.</param>
/// <param name="Sent">How many invitations were given.</param>
/// <param name="Accepted">How many people followed one.</param>
/// <param name="Ordered">How many who followed one paid a first order.</param>
public sealed record InviteFigures(string Campaign, int Inviters, int Sent, int Accepted, int Ordered)
{
    /// <summary>Invitations an inviter; null where there were none.</summary>
    public decimal? PerInviter => Inviters == 0 ? null : (decimal)Sent / Inviters;

    /// <summary>How many of the invitations were followed; null where none were sent.</summary>
    public decimal? Conversion => Sent == 0 ? null : (decimal)Accepted / Sent;

    /// <summary>The coefficient of fission: above 1 it grows by itself. Invitations an inviter times conversion; null where nobody invited.</summary>
    public decimal? K => PerInviter * Conversion;
}
