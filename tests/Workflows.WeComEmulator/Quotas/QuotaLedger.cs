using System.Globalization;

namespace Workflows.WeComEmulator.Quotas;

/// <summary>Counts what the platform counts, by natural month, week, day, hour and minute of the company's time zone.</summary>
internal sealed class QuotaLedger(TimeZoneInfo timeZone)
{
    private readonly Dictionary<string, int> _counts = [];

    public QuotaSettings Settings { get; set; } = new();

    /// <summary>One mass message to a customer or a group, if the month, the week and the day still have room for it.</summary>
    public bool TryTakeMass(string recipient, DateTimeOffset now)
    {
        var day = Day(now);
        var month = DateTime.DaysInMonth(day.Year, day.Month);
        return TryTake(
            ($"mass/{recipient}/{day:yyyy-MM}", Settings.MassPerMonth ?? month),
            ($"mass/{recipient}/{WeekOf(day)}", Settings.MassPerWeek ?? int.MaxValue),
            ($"mass/{recipient}/{day:yyyy-MM-dd}", Settings.MassPerDay ?? int.MaxValue)
        );
    }

    /// <summary>One post of the company in a customer's Moments.</summary>
    public bool TryTakeMoment(string customer, DateTimeOffset now) =>
        TryTake(($"moment/{customer}/{Day(now):yyyy-MM-dd}", Settings.MomentsPerDay));

    /// <summary>One app message to a member: the day's allowance of the company, the member's minute and hour.</summary>
    public bool TryTakeApp(string member, int accounts, DateTimeOffset now) =>
        TryTake(
            ($"app/{Day(now):yyyy-MM-dd}", accounts * 200),
            ($"app/{member}/{now.ToUnixTimeSeconds() / 60}", Settings.AppPerMinute),
            ($"app/{member}/h{now.ToUnixTimeSeconds() / 3600}", Settings.AppPerHour)
        );

    public bool TryTakeRobot(string key, DateTimeOffset now) =>
        TryTake(($"robot/{key}/{now.ToUnixTimeSeconds() / 60}", Settings.RobotPerMinute));

    /// <summary>Groups handed over to an owner: 300 a day.</summary>
    public bool TryTakeGroupTransfer(string owner, DateTimeOffset now) =>
        TryTake(($"transfer/{owner}/{Day(now):yyyy-MM-dd}", 300));

    /// <summary>The counters whose name begins so, for tests that compare ledgers.</summary>
    public IReadOnlyDictionary<string, int> Counts(string prefix) =>
        new SortedDictionary<string, int>(
            _counts
                .Where(count => count.Key.StartsWith(prefix, StringComparison.Ordinal))
                .ToDictionary(count => count.Key, count => count.Value),
            StringComparer.Ordinal
        );

    /// <summary>The natural day of the company.</summary>
    public DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, timeZone).DateTime);

    private bool TryTake(params (string Key, int Limit)[] counters)
    {
        if (counters.Any(counter => _counts.GetValueOrDefault(counter.Key) >= counter.Limit))
        {
            return false;
        }

        foreach (var (key, _) in counters)
        {
            _counts[key] = _counts.GetValueOrDefault(key) + 1;
        }

        return true;
    }

    private static string WeekOf(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{ISOWeek.GetYear(time)}-W{ISOWeek.GetWeekOfYear(time):00}"
        );
    }
}
