using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Api;
using Workflows.Host.Composition;
using Workflows.Storage.Content;

namespace Workflows.Host.Commands.Content;

/// <summary><c>content scripts</c>: how often scripts were said, and how many of those who heard them bought (S1-44).</summary>
internal static class ContentScriptsCommand
{
    private const int MostDays = 366;

    private static readonly Option<int> Days = new("--days")
    {
        Description = $"Said in how many days until now, 1 to {MostDays}.",
        HelpName = "DAYS",
        DefaultValueFactory = _ => 30,
    };

    private static readonly Option<string?> Category = new("--category")
    {
        Description = "Only of this category.",
        HelpName = "CATEGORY",
    };

    public static Command Describe(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command(
                "scripts",
                "How often scripts were sent and copied, and how many of those who heard them bought."
            )
            {
                Days,
                Category,
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
        var days = parsed.GetValue(Days);
        if (days is < 1 or > MostDays)
        {
            throw new BadInputException($"{Days.Name}: {days} is not a number from 1 to {MostDays}.");
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var figures = await services
            .GetRequiredService<ScriptFigures>()
            .OfAsync(Tenants.Default, now.AddDays(-days), now, parsed.GetValue(Category), cancellationToken);
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(new Page<ScriptFigure>(figures, null));
            return;
        }

        Show(figures, CommonOptions.ReadLang(parsed) == Language.Chinese, terminal.Results);
    }

    private static void Show(IReadOnlyList<ScriptFigure> figures, bool isChinese, IAnsiConsole console)
    {
        var table = new Table().AddColumns(
            isChinese
                ? ["话术", "名称", "发送", "复制", "员工", "客户", "成交客户", "转化率", "订单", "金额"]
                : ["Script", "Name", "Sent", "Copied", "Staff", "Contacts", "Buyers", "Conversion", "Orders", "Amount"]
        );
        foreach (var one in figures)
        {
            int[] counts = [one.Sent, one.Copied, one.Staff, one.Contacts, one.Buyers];
            table.AddRow([
                Markup.Escape(one.Script),
                Markup.Escape(one.Name),
                .. counts.Select(count => count.ToString(CultureInfo.InvariantCulture)),
                one.Conversion.ToString("P1", CultureInfo.InvariantCulture),
                one.Orders.ToString(CultureInfo.InvariantCulture),
                one.Amount.ToString("0.00", CultureInfo.InvariantCulture),
            ]);
        }

        console.Write(table);
    }
}
