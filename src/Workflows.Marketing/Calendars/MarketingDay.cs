namespace Workflows.Marketing.Calendars;

/// <summary>A day that a marketing calendar marks.</summary>
/// <param name="Code">What journeys name it by: small letters, digits and hyphens; 1–64 characters.</param>
/// <param name="Family">What kind of day it is.</param>
/// <param name="Zh">Its Chinese name.</param>
/// <param name="En">Its English name.</param>
/// <param name="Falls">When it falls, as <see cref="Days.DayRuleText"/> reads it.</param>
public sealed record MarketingDay(string Code, DayFamily Family, string Zh, string En, string Falls)
{
    /// <summary>The year of an anniversary's beginning, or null where nobody counts.</summary>
    public int? Since { get; init; }

    /// <summary>The store that keeps it; null for all.</summary>
    public string? Store { get; init; }
}
