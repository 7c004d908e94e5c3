using System.CommandLine;
using Workflows.Host.Composition;
using Workflows.Marketing.Calendars;

namespace Workflows.Host.Commands.Calendars;

/// <summary><c>calendar VERB</c>: what runs when, and the days that are marked.</summary>
internal static class CalendarCommand
{
    private static readonly Argument<string> File = new("FILE")
    {
        Description = "A marketing calendar, as export writes it.",
    };

    public static Command Describe(Terminal terminal) =>
        new("calendar", "What calendars have run and will run, and the days that are marked.")
        {
            CalendarListCommand.Describe(terminal),
            WorkspaceCommand.Of(
                new Command("export", "Prints the marketing calendar: marked days and statutory days off."),
                terminal,
                ExportAsync
            ),
            WorkspaceCommand.Of(
                new Command("import", "Puts the marketing calendar of a file in the place of the one before.") { File },
                terminal,
                ImportAsync
            ),
        };

    private static async Task ExportAsync(
        ParseResult parsed,
        IServiceProvider services,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var desk = services.GetRequiredService<CalendarDesk>();
        await desk.RefreshAsync(cancellationToken);
        terminal.Output.WriteLine(MarketingCalendarJson.Write(desk.Calendar));
    }

    private static async Task ImportAsync(
        ParseResult parsed,
        IServiceProvider services,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var (calendar, diagnostics) = MarketingCalendarJson.Read(Read(parsed.GetRequiredValue(File)));
        if (calendar is null)
        {
            var mistake = diagnostics[0];
            throw new BadInputException(
                $"{mistake.Path}: {mistake.Code}: {mistake.Message} {mistake.Remedy}".TrimEnd()
            );
        }

        await services
            .GetRequiredService<ICalendarStore>()
            .SaveAsync(Tenants.Default, MarketingCalendarJson.Write(calendar), cancellationToken);
        terminal.Output.WriteLine(
            $"{calendar.Days.Count(MarketingCalendar.IsWritten)} marked days, {calendar.Holidays.Count} years of days off"
        );
    }

    private static string Read(string path)
    {
        try
        {
            return System.IO.File.ReadAllText(path);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(missing.Message);
        }
    }
}
