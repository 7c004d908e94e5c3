using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Plays.Referral;

/// <summary>What came of an import.</summary>
/// <param name="Added">How many joined.</param>
/// <param name="Known">How many were in the distribution as the file says.</param>
/// <param name="Mistakes">What is wrong with the rows that were left out; the path is the row, <c>$[0]</c> the first.</param>
public sealed record ReferralImportResult(int Added, int Known, IReadOnlyList<Diagnostic> Mistakes);
