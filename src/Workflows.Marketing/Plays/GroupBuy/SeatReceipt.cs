using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>What became of somebody's wish for a seat.</summary>
/// <param name="Answer">What they are told.</param>
/// <param name="Team">The team as it is now; null where there is none.</param>
/// <param name="Diagnostics">What is wrong with the wish; empty where it could be understood.</param>
public sealed record SeatReceipt(SeatAnswer Answer, Team? Team, IReadOnlyList<Diagnostic> Diagnostics);
