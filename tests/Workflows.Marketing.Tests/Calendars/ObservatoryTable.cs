using System.Globalization;

namespace Workflows.Marketing.Tests.Calendars;

/// <summary>Tables of the Hong Kong Observatory: the source the calendar is held to. Each row is a year and its entries.</summary>
internal static class ObservatoryTable
{
    public static IReadOnlyList<(int Year, string[] Entries)> Read(string name) =>
        [
            .. File.ReadAllLines(
                    Path.Combine(AppContext.BaseDirectory, "Calendars", $"hong-kong-observatory-{name}.txt")
                )
                .Where(line => !line.StartsWith('#'))
                .Select(line => line.Split(' '))
                .Select(words => (int.Parse(words[0], CultureInfo.InvariantCulture), words[1..])),
        ];

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
