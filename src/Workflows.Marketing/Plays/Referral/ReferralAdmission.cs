namespace Workflows.Marketing.Plays.Referral;

/// <summary>What came of joining a program.</summary>
/// <param name="Program">The program.</param>
/// <param name="Member">The member; null where nobody joined.</param>
/// <param name="IsNew">Whether this effect did it, now or before it was repeated.</param>
public sealed record ReferralAdmission(ReferralProgram Program, ReferralMember? Member, bool IsNew);
