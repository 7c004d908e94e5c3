using Workflows.Marketing.Limits.Rules;

namespace Workflows.Marketing.Limits;

/// <summary>The moment of a judgement, in the tenant's calendar.</summary>
/// <param name="Now">The moment.</param>
/// <param name="Zone">Whose days count.</param>
/// <param name="Grace">
/// How long after its judgement a message may arrive. What is judged so shortly before midnight counts for the day that
/// ends and for the one that begins, so that the receiver never counts more than the limit whichever day it lands in.
/// </param>
internal sealed record LimitTime(DateTimeOffset Now, TimeZoneInfo Zone, TimeSpan Grace)
{
    public DateOnly Day => DateOnly.FromDateTime(Local(Now).DateTime);

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>The part of a period that a message judged now counts in.</summary>
    public DateTimeOffset StartIn(LimitPeriod period) =>
        period is LimitPeriod.Rolling ? period.StartOf(Now, Zone) : period.StartOf(Now + Grace, Zone);

    public DateTimeOffset EndIn(LimitPeriod period, DateTimeOffset start) => period.EndOf(start, Zone);
}
