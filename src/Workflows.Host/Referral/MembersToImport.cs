using Workflows.Marketing.Plays.Referral;

namespace Workflows.Host.Referral;

/// <summary>Who is in a distribution of another system.</summary>
/// <param name="Members">At most 10,000 rows, whoever brought others before those.</param>
internal sealed record MembersToImport(IReadOnlyList<ReferralRow>? Members);
