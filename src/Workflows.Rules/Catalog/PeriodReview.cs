using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Model;
using Workflows.Rules.Validation;
using Words = Workflows.Rules.Json.RuleSetWords;

namespace Workflows.Rules.Catalog;

/// <summary>Says where a version that is about to be published overlaps others, and when nothing would be in force.</summary>
internal static class PeriodReview
{
    /// <param name="ruleSet">The version that is about to be published.</param>
    /// <param name="period">When it is in force.</param>
    /// <param name="others">The versions that can be seen behind it, the newest first.</param>
    /// <param name="now">What lies before is of no interest.</param>
    /// <param name="path">The rule set's place in its document.</param>
    public static IEnumerable<Diagnostic> Run(
        RuleSet ruleSet,
        RulePeriod period,
        IReadOnlyList<RuleSetVersion> others,
        DateTimeOffset now,
        string path
    )
    {
        if (period == RulePeriod.Always)
        {
            yield break;
        }

        // A version without dates is the one behind the others, and overlaps nothing.
        foreach (var other in others.Where(other => other.Period != RulePeriod.Always))
        {
            if (Common(period, other.Period, now) is { } common)
            {
                var version = other.Version.ToString(CultureInfo.InvariantCulture);
                yield return Warning(
                    RuleDiagnosticCodes.OverlappingVersions,
                    common.To is { } end
                        ? $"Version {version} is in force at the same time, from {Day(common.From!.Value)} to {Day(end)}; this version will be the one that is asked."
                        : $"Version {version} is in force at the same time, from {Day(common.From!.Value)} on; this version will be the one that is asked.",
                    $"{path}.{Words.ValidFrom}"
                );
            }
        }

        foreach (var gap in Gaps([period, .. others.Select(other => other.Period)], now))
        {
            yield return Warning(
                RuleDiagnosticCodes.NoVersionInForce,
                gap.To is { } end
                    ? $"From {Day(gap.From!.Value)} to {Day(end)} no version of '{ruleSet.Name}' is in force."
                    : $"From {Day(gap.From!.Value)} on no version of '{ruleSet.Name}' is in force.",
                $"{path}.{Words.ValidTo}",
                "Move a date, or publish a version without dates, which is in force whenever no other is."
            );
        }
    }

    private static RulePeriod? Common(RulePeriod left, RulePeriod right, DateTimeOffset now)
    {
        DateTimeOffset?[] beginnings = [left.From, right.From, now];
        DateTimeOffset?[] ends = [left.To, right.To];
        var common = new RulePeriod(beginnings.Max(), ends.Min());
        return common.To is null || common.From < common.To ? common : null;
    }

    private static IEnumerable<RulePeriod> Gaps(IReadOnlyList<RulePeriod> periods, DateTimeOffset now)
    {
        var covered = now;
        foreach (var period in periods.OrderBy(period => period.From ?? DateTimeOffset.MinValue))
        {
            if (period.From > covered)
            {
                yield return new RulePeriod(covered, period.From);
            }

            if (period.To is not { } end)
            {
                yield break;
            }

            covered = end > covered ? end : covered;
        }

        yield return new RulePeriod(covered, null);
    }

    private static Diagnostic Warning(string code, string message, string path, string? remedy = null) =>
        new(code, message, path, null, remedy, DiagnosticSeverity.Warning);

    private static string Day(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
