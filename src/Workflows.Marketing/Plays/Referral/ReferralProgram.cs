namespace Workflows.Marketing.Plays.Referral;

/// <summary>One distribution of a workspace: who may bring whom, and what both have of it.</summary>
/// <param name="Name">1 to 20 letters and digits: the campaign in the codes of invitations.</param>
/// <param name="Levels">How many levels are paid: 1 or 2, never more (S2-34). One is the strict reading of the platforms' rules.</param>
/// <param name="DistributorRights">What distributors have of it that others do not, as they read it; 1 to 500 characters (S2-35).</param>
/// <param name="InviteeRights">What those they bring have of it; 1 to 500 characters (S2-35).</param>
public sealed record ReferralProgram(string Name, int Levels, string DistributorRights, string InviteeRights)
{
    /// <summary>The most levels that can be paid, here and in the database.</summary>
    public const int MostLevels = (int)ReferralLevel.Indirect;

    /// <summary>Whether people can join; orders are paid for either way. True unless given.</summary>
    public bool IsOpen { get; init; } = true;
}
