using Workflows.Marketing.Limits.Rules;

namespace Workflows.Storage.Tests.Limits;

/// <summary>What one random rule says.</summary>
internal sealed record RandomLimit(string Code, string Scope, string Period, int Max)
{
    /// <summary>
    /// The most messages of one scope that any stretch of the period saw, counted anew from what was let through and when.
    /// </summary>
    public int MostOf(IReadOnlyList<Passage> passages, TimeZoneInfo zone)
    {
        Assert.True(LimitPeriod.TryParse(Period, out var period));
        return passages
            .GroupBy(passage => passage.In(Scope), StringComparer.Ordinal)
            .Max(own =>
                own.Max(last =>
                    own.Where(passage =>
                            passage.At <= last.At && period.EndOf(period.StartOf(passage.At, zone), zone) > last.At
                        )
                        .Select(passage => passage.Key)
                        .Distinct(StringComparer.Ordinal)
                        .Count()
                )
            );
    }
}
