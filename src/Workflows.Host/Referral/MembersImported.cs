using Workflows.Expressions.Diagnostics;
using Workflows.Host.Api;
using Workflows.Marketing.Plays.Referral;

namespace Workflows.Host.Referral;

/// <summary>What came of an import.</summary>
/// <param name="Added">How many joined, or became distributors.</param>
/// <param name="Known">How many were there as the rows say.</param>
/// <param name="Mistakes">What is wrong with the rows that were left out.</param>
internal sealed record MembersImported(int Added, int Known, IReadOnlyList<DiagnosticBody> Mistakes)
{
    public static MembersImported From(ReferralImportResult result, Language language) =>
        new(
            result.Added,
            result.Known,
            [.. result.Mistakes.Select(mistake => DiagnosticBody.From(mistake).In(language))]
        );
}
