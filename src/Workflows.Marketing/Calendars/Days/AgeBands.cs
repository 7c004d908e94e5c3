using System.Globalization;

namespace Workflows.Marketing.Calendars.Days;

/// <summary>Bands of age in whole months, such as 0–6, 7–12, 13–36 (S0-28): told apart by where each begins.</summary>
/// <param name="Edges">The months at which a band begins, ascending.</param>
public sealed record AgeBands(IReadOnlyList<int> Edges)
{
    private const int OldestMonths = 1_200;

    /// <summary>Reads <c>0, 7, 13, 37</c>.</summary>
    /// <param name="text">Whole months from 0 to 1200, ascending, with commas between them.</param>
    /// <returns>The bands; null when the text is something else.</returns>
    public static AgeBands? Read(string? text)
    {
        List<int> edges = [];
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            if (
                !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var edge)
                || edge > OldestMonths
                || (edges.Count > 0 && edge <= edges[^1])
            )
            {
                return null;
            }

            edges.Add(edge);
        }

        return new AgeBands(edges);
    }

    /// <summary>The band that begins for somebody on a day; null when none does.</summary>
    /// <param name="born">The day of birth, or the day it is due.</param>
    /// <param name="day">The day.</param>
    /// <returns>The month at which the band begins.</returns>
    public int? Begins(DateOnly born, DateOnly day)
    {
        foreach (var edge in Edges)
        {
            // Who is born on the 31st is a month older on the last day of a shorter month.
            if (born.AddMonths(edge) == day)
            {
                return edge;
            }
        }

        return null;
    }
}
