using System.Globalization;

namespace Workflows.Storage.Contacts;

/// <summary>Where a page of a timeline ends: how many entries of an instant, and all later ones, were shown.</summary>
/// <param name="At">The instant of the last entry.</param>
/// <param name="Shown">How many entries of this instant were shown.</param>
public sealed record TimelineCursor(DateTimeOffset At, int Shown)
{
    /// <summary>Before the first page.</summary>
    public static TimelineCursor Start { get; } = new(DateTimeOffset.MaxValue, 0);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? text, out TimelineCursor cursor)
    {
        cursor = Start;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (
            text.Split('-') is [var ticks, var shown]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at <= DateTimeOffset.MaxValue.UtcTicks
            && int.TryParse(shown, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        )
        {
            cursor = new TimelineCursor(new DateTimeOffset(at, TimeSpan.Zero), count);
            return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}-{Shown}");
}
