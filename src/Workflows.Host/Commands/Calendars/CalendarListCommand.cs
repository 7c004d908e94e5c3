using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Calendars;
using Workflows.Runtime.Triggers;

namespace Workflows.Host.Commands.Calendars;

/// <summary><c>calendar list</c>: what has run and will run, day by day.</summary>
internal static class CalendarListCommand
{
    private static readonly Option<string?> From = new("--from")
    {
        Description = "The first day; today unless given.",
        HelpName = "YYYY-MM-DD",
    };

    private static readonly Option<string?> To = new("--to")
    {
        Description = "The last day; 30 days after the first unless given.",
        HelpName = "YYYY-MM-DD",
    };

    public static Command Describe(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("list", "What calendars have run and will run for whom, and the marked days.")
            {
                From,
                To,
                CommonOptions.Json,
                CommonOptions.Lang,
            },
            terminal,
            RunAsync
        );

    private static async Task RunAsync(
        ParseResult parsed,
        IServiceProvider services,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        await services.GetRequiredService<TriggerFeed>().RefreshAsync(cancellationToken);
        var agenda = services.GetRequiredService<CalendarAgenda>();
        var from = Day(parsed, From) ?? agenda.Today();
        var to = Day(parsed, To) ?? from.AddDays(30);
        if (to < from || to.DayNumber - from.DayNumber >= CalendarAgenda.MostDays)
        {
            throw new BadInputException($"At most {CalendarAgenda.MostDays} days; --to is not before --from.");
        }

        var calendar = await agenda.ReadAsync(from, to, cancellationToken);
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(calendar);
            return;
        }

        Show(calendar, CommonOptions.ReadLang(parsed) == Language.Chinese, terminal.Results);
    }

    private static void Show(CalendarBody calendar, bool isChinese, IAnsiConsole console)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(calendar.TimeZone);
        var table = new Table().AddColumns(
            isChinese
                ? ["时间", "旅程", "内容", "对象", "状态", "数量"]
                : ["When", "Journey", "What", "For", "State", "Count"]
        );
        var rows = calendar
            .Occasions.Select(one => (At: TimeZoneInfo.ConvertTime(one.DueAt, zone).DateTime, Cells: Cells(one)))
            .Concat(
                calendar.Days.Select(day =>
                    (
                        At: day.Date.ToDateTime(TimeOnly.MinValue),
                        Cells: new[] { "", isChinese ? day.Zh : day.En, day.Store ?? "", "", "" }
                    )
                )
            );
        foreach (var (at, cells) in rows.OrderBy(row => row.At))
        {
            var when = at.ToString(
                at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd ddd" : "yyyy-MM-dd ddd HH:mm",
                CultureInfo.GetCultureInfo(isChinese ? "zh-CN" : "en-US")
            );
            table.AddRow([when, .. cells.Select(Markup.Escape)]);
        }

        console.Write(table);
    }

    private static string[] Cells(OccasionBody one) =>
        [
            one.JourneyName ?? one.Journey,
            one.Name ?? "",
            one.RunsFor ?? "",
            one.State,
            one.Guests?.ToString(CultureInfo.InvariantCulture) ?? "",
        ];

    private static DateOnly? Day(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
        : throw new BadInputException($"{option.Name}: '{text}' is no day such as 2026-10-01.");
}
