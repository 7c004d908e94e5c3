namespace Workflows.WeComEmulator.Quotas;

/// <summary>The limits of the company's console and of the platform, as <c>/_emu/quotas</c> shows and takes them.</summary>
public sealed record QuotaSettings
{
    /// <summary>Mass messages a customer or a group gets in a month; null is the number of days of that month.</summary>
    public int? MassPerMonth { get; init; }

    /// <summary>Mass messages a customer or a group gets in a week (Monday to Sunday); null is no such limit.</summary>
    public int? MassPerWeek { get; init; }

    /// <summary>Mass messages a customer or a group gets in a day; null is no such limit.</summary>
    public int? MassPerDay { get; init; }

    /// <summary>Moments of the company that one customer sees in a day.</summary>
    public int MomentsPerDay { get; init; } = 3;

    /// <summary>Messages of apps to one member in a minute.</summary>
    public int AppPerMinute { get; init; } = 30;

    /// <summary>Messages of apps to one member in an hour.</summary>
    public int AppPerHour { get; init; } = 1_000;

    /// <summary>Messages of a group robot in a minute.</summary>
    public int RobotPerMinute { get; init; } = 20;

    /// <summary>Calls of one address in a minute.</summary>
    public int CallsPerMinute { get; init; } = 10_000;

    /// <summary>Calls of one address in an hour.</summary>
    public int CallsPerHour { get; init; } = 150_000;
}
