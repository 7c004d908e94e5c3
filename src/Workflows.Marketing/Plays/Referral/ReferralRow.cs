namespace Workflows.Marketing.Plays.Referral;

/// <summary>A line of a file that says who is in a distribution.</summary>
/// <param name="Contact">Who: kind and name of a known contact, for example <c>external_userid:wm123</c>.</param>
/// <param name="Referrer">Who brought them, in the same words; empty for nobody.</param>
/// <param name="IsDistributor">Whether they are paid for whom they bring.</param>
/// <param name="JoinedAt">Since when; the moment of the import unless given.</param>
/// <param name="Level">How far below the brand another system counts them to be paid; 1, 2 or nothing.</param>
public sealed record ReferralRow(
    string? Contact,
    string? Referrer = null,
    bool IsDistributor = false,
    DateTimeOffset? JoinedAt = null,
    int? Level = null
);
