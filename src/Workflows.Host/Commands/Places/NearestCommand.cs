using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Api.Places;
using Workflows.Host.Composition;
using Workflows.Marketing.Places;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Host.Commands.Places;

/// <summary><c>places nearest LATITUDE LONGITUDE</c>: the stores around a position.</summary>
internal static class NearestCommand
{
    private static readonly Argument<double> Latitude = new("LATITUDE") { Description = "Degrees, north is positive." };

    private static readonly Argument<double> Longitude = new("LONGITUDE")
    {
        Description = "Degrees, east is positive.",
    };

    private static readonly Option<double> Radius = new("--radius")
    {
        Description = "How far to look, in metres.",
        HelpName = "METRES",
        DefaultValueFactory = _ => 5_000,
    };

    private static readonly Option<int> Limit = new("--limit")
    {
        Description = "How many stores at most.",
        HelpName = "COUNT",
        DefaultValueFactory = _ => 10,
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command("nearest", "The stores around a position, nearest first.")
        {
            Latitude,
            Longitude,
            Radius,
            Limit,
            CommonOptions.Json,
            CommonOptions.Lang,
        };
        WorkspaceOptions.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var position = new GeoPoint(parsed.GetValue(Latitude), parsed.GetValue(Longitude));
        if (!position.IsValid)
        {
            throw new BadInputException("A latitude lies from -90 to 90, a longitude from -180 to 180.");
        }

        await using var application = WorkspaceOptions.Open(parsed);
        await HostStart.OpenDatabaseAsync(application.Services, cancellationToken);
        var map = await application
            .Services.GetRequiredService<StoreDirectory>()
            .MapAsync(Tenants.Default, cancellationToken);
        var now = application.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        NearbyBody[] near =
        [
            .. map.Around(position, parsed.GetValue(Radius))
                .Take(parsed.GetValue(Limit))
                .Select(one => NearbyBody.From(one, now)),
        ];
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(new { stores = near });
        }
        else
        {
            Show(near, CommonOptions.ReadLang(parsed) == Language.Chinese, terminal.Results);
        }

        return ExitCodes.Success;
    }

    private static void Show(IReadOnlyList<NearbyBody> stores, bool isChinese, IAnsiConsole console)
    {
        var table = new Table().AddColumns(
            isChinese ? ["门店", "名称", "距离（米）", "营业中"] : ["Store", "Name", "Metres", "Open"]
        );
        table.Columns[2].RightAligned();
        foreach (var (store, distance, isOpen) in stores)
        {
            table.AddRow(
                Markup.Escape(store.Id ?? ""),
                Markup.Escape(store.Name ?? ""),
                distance.ToString("N0", CultureInfo.InvariantCulture),
                isOpen ? (isChinese ? "是" : "yes") : (isChinese ? "否" : "no")
            );
        }

        console.Write(table);
    }
}
