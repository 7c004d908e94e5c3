using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Workflows.Host.Composition;
using Workflows.Host.Json;
using Workflows.Host.Plugins;
using Workflows.Marketing.Backtesting;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Definitions;

namespace Workflows.Host.Commands;

/// <summary><c>backtest JOURNEY</c>: what a journey would have done with recorded orders.</summary>
internal static class BacktestCommand
{
    private static readonly Argument<string> Journey = new("JOURNEY")
    {
        Description = "A journey of the library by name, or a workflow file.",
    };

    private static readonly Option<string> Orders = new("--orders")
    {
        Description = "The orders: CSV with order_id,customer_id,paid_on,quantity,amount.",
        HelpName = "CSV",
        Required = true,
    };

    private static readonly Option<string> AsOf = new("--as-of")
    {
        Description = "The day whose beginning ends the back-test; orders of that day count.",
        HelpName = "DATE",
        Required = true,
    };

    private static readonly Option<bool> SkipBad = new("--skip-bad")
    {
        Description = "Leave bad rows out instead of refusing the file.",
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command(
            "backtest",
            "Replays orders through a journey in virtual time; nothing leaves the process."
        )
        {
            Journey,
            Orders,
            AsOf,
            SkipBad,
            CommonOptions.Library,
            CommonOptions.TimeZone,
            CommonOptions.Json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var options = new BacktestOptions
        {
            AsOf = ReadDay(parsed.GetRequiredValue(AsOf)),
            TimeZone = CommonOptions.ReadTimeZone(parsed),
        };
        var library = Library.Of(parsed.GetValue(CommonOptions.Library));
        var file = library.FindWorkflow(parsed.GetRequiredValue(Journey));
        var ruleSets = await library.LoadRuleSetsAsync(options.TimeZone, cancellationToken);
        var journey = await CompileAsync(file, ruleSets, cancellationToken);
        var orders = ReadOrders(parsed.GetRequiredValue(Orders), parsed.GetValue(SkipBad), terminal);
        var backtest = new Backtest(ruleSets, TimeProvider.System);

        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(await backtest.RunAsync(journey, orders, options, progress: null, cancellationToken));
        }
        else
        {
            Show(
                await RunWithBarAsync(backtest, journey, orders, options, terminal, cancellationToken),
                terminal.Results
            );
        }

        return ExitCodes.Success;
    }

    private static DateOnly ReadDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new BadInputException($"{AsOf.Name}: '{text}' is not a day; write it as in 2021-01-31.");

    private static async Task<WorkflowGraph> CompileAsync(
        string file,
        RuleSetCatalog ruleSets,
        CancellationToken cancellationToken
    )
    {
        var text = JsonText.ReadFile(file);
        JsonText.Check(text, file);
        // In a back-test every channel is there: nothing is sent.
        var validator = RuntimeRoom.CreateValidator(PluginSet.None, ruleSets, channels: null);
        var validation = await validator.ValidateAsync(text, cancellationToken: cancellationToken);
        DocumentMistakes.ThrowIfAny(file, validation.Diagnostics);
        return validation.Graph ?? throw new BadInputException($"{file}: this is not a workflow definition.");
    }

    private static IReadOnlyList<Order> ReadOrders(string path, bool skipBad, Terminal terminal)
    {
        using var text = JsonText.OpenFile(path);
        var reading = OrderFile.Read(text);
        if (!reading.IsUsable(skipBad))
        {
            var remedy = reading.HasHeader ? $" Nothing was replayed; {SkipBad.Name} leaves bad rows out." : "";
            throw new BadInputException($"{path}: {Summary(reading)}{remedy}");
        }

        if (reading.BadRows > 0)
        {
            terminal.Note($"{path}: left out: {Summary(reading)}");
        }

        return reading.Orders;
    }

    private static string Summary(OrderFileReading reading)
    {
        const int Shown = 5;
        var more = reading.BadRows > Shown ? $" … {reading.BadRows} bad rows in all." : "";
        return string.Join(" ", reading.Errors.Take(Shown)) + more;
    }

    private static async Task<BacktestReport> RunWithBarAsync(
        Backtest backtest,
        WorkflowGraph journey,
        IReadOnlyList<Order> orders,
        BacktestOptions options,
        Terminal terminal,
        CancellationToken cancellationToken
    ) =>
        await terminal
            .Progress.Progress()
            .StartAsync(async bars =>
            {
                var bar = bars.AddTask("contacts");
                var progress = new BarProgress(bar);
                return await backtest.RunAsync(journey, orders, options, progress, cancellationToken);
            });

    private static void Show(BacktestReport report, IAnsiConsole console)
    {
        console.WriteLine(
            $"{report.Contacts:N0} contacts, {report.Orders:N0} orders, {report.Turns:N0} turns in {report.ElapsedMs:N0} ms"
        );
        Show("Tier", "Contacts", report.Tiers, console);
        Show("Message", "Sent", report.Messages, console);
        Show("Instances", "Count", report.Instances, console);
    }

    private static void Show(string what, string count, IReadOnlyDictionary<string, int> rows, IAnsiConsole console)
    {
        var table = new Table().AddColumn(what).AddColumn(new TableColumn(count).RightAligned());
        foreach (var (name, number) in rows)
        {
            table.AddRow(Markup.Escape(name), number.ToString("N0", CultureInfo.InvariantCulture));
        }

        console.Write(table);
    }

    /// <summary>Moves a bar; called from many threads, and the bar takes that.</summary>
    private sealed class BarProgress(ProgressTask bar) : IProgress<BacktestProgress>
    {
        public void Report(BacktestProgress value)
        {
            bar.MaxValue = value.Total;
            bar.Value = value.Contacts;
        }
    }
}
