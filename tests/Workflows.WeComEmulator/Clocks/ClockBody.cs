namespace Workflows.WeComEmulator.Clocks;

/// <summary>The clock as <c>/_emu/clock</c> shows and takes it.</summary>
/// <param name="Now">The time; absent in a request that only advances.</param>
/// <param name="AdvanceSeconds">Seconds to move forward.</param>
/// <param name="Stands">Whether the clock stands still between moves.</param>
public sealed record ClockBody(DateTimeOffset? Now = null, double? AdvanceSeconds = null, bool? Stands = null);
