namespace Workflows.Marketing.Calendars;

/// <summary>What kind of day a marketing calendar marks (S2-38).</summary>
public enum DayFamily
{
    /// <summary>A holiday (节假日).</summary>
    Holiday,

    /// <summary>A solar term or a day of custom (节气风俗).</summary>
    Custom,

    /// <summary>A day of the trade (行业节日).</summary>
    Industry,

    /// <summary>An anniversary of the company or of a store (店庆司庆).</summary>
    Anniversary,
}
