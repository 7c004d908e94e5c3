using Workflows.Marketing.Limits.Ledger;
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
    /// <summary>What ended just now may count still by the clock of another process.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public DateOnly Day => DateOnly.FromDateTime(Local(Now).DateTime);

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>The part of a period that a message judged now counts in.</summary>
    public DateTimeOffset StartIn(LimitPeriod period) =>
        period is LimitPeriod.Rolling ? period.StartOf(Now, Zone) : period.StartOf(Now + Grace, Zone);

    public DateTimeOffset EndIn(LimitPeriod period, DateTimeOffset start) => period.EndOf(start, Zone);

    /// <summary>Whether what began to count at a time has to be counted on, should its message be on its way still.</summary>
    public bool EndsSoon(LimitPeriod period, DateTimeOffset start) =>
        period is not LimitPeriod.Rolling && EndIn(period, start) <= Now + Grace;

    public LimitReservation Reservation(MessageKey message, IReadOnlyList<LimitHold> holds, LimitRules rules)
    {
        var (expiresAt, carryAt) = (DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        foreach (var hold in holds)
        {
            var period = rules.PeriodOf(hold.Code);
            var end = period is null ? Now : EndIn(period, hold.Mark.Start);
            expiresAt = end > expiresAt ? end : expiresAt;
            carryAt = period is null or LimitPeriod.Rolling || end > carryAt ? carryAt : end;
        }

        return new LimitReservation(message, holds, expiresAt) { CarryAt = carryAt };
    }
}
