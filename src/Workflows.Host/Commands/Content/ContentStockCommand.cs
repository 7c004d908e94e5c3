using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Api;
using Workflows.Host.Api.Content;
using Workflows.Host.Composition;
using Workflows.Marketing.Content;

namespace Workflows.Host.Commands.Content;

/// <summary><c>content stock [NAME]</c>: the counters of limited values, shown or set (S2-22).</summary>
internal static class ContentStockCommand
{
    private static readonly Argument<string?> Name = new("NAME")
    {
        Description = "One counter; all of them unless given.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<int?> Total = new("--total")
    {
        Description = "How many there are from now on; what is taken stays.",
        HelpName = "COUNT",
    };

    private static readonly Option<DateTimeOffset?> Until = new("--until")
    {
        Description = "When the offer ends, with --total; when all are taken unless given.",
        HelpName = "TIME",
    };

    public static Command Describe(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("stock", "The counters of limited values: how many there are, are taken and left.")
            {
                Name,
                Total,
                Until,
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
        var ledger = services.GetRequiredService<IStockLedger>();
        var name = parsed.GetValue(Name);
        if (parsed.GetValue(Total) is { } total)
        {
            await SaveAsync(ledger, name, total, parsed.GetValue(Until), cancellationToken);
        }

        var stocks = await FindAsync(ledger, name, cancellationToken);
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(new Page<StockBody>([.. stocks.Select(StockBody.From)], null));
            return;
        }

        Show(stocks, CommonOptions.ReadLang(parsed) == Language.Chinese, terminal.Results);
    }

    private static async Task SaveAsync(
        IStockLedger ledger,
        string? name,
        int total,
        DateTimeOffset? until,
        CancellationToken cancellationToken
    )
    {
        if (name is null || !Stock.IsName(name) || total is < 0 or > Stock.Most)
        {
            throw new BadInputException(
                $"{Total.Name}: a counter's name of lower case letters, digits and hyphens, and a number from 0 to {Stock.Most}."
            );
        }

        var stock = new Stock(name, total) { EndsAt = until?.ToUniversalTime() };
        if (!await ledger.SaveAsync(Tenants.Default, stock, cancellationToken))
        {
            throw new BadInputException($"More than {total} of '{name}' are taken already.");
        }
    }

    private static async Task<IReadOnlyList<Stock>> FindAsync(
        IStockLedger ledger,
        string? name,
        CancellationToken cancellationToken
    ) =>
        name is null
            ? await ledger.ListAsync(Tenants.Default, null, Paging.LargestLimit, cancellationToken)
            :
            [
                await ledger.FindAsync(Tenants.Default, name, cancellationToken)
                    ?? throw new BadInputException($"There is no stock '{name}'."),
            ];

    private static void Show(IReadOnlyList<Stock> stocks, bool isChinese, IAnsiConsole console)
    {
        var table = new Table().AddColumns(
            isChinese ? ["库存", "总数", "已领", "剩余", "截止"] : ["Stock", "Total", "Taken", "Left", "Ends"]
        );
        foreach (var stock in stocks)
        {
            table.AddRow(
                Markup.Escape(stock.Name),
                stock.Total.ToString(CultureInfo.InvariantCulture),
                stock.Taken.ToString(CultureInfo.InvariantCulture),
                stock.Left.ToString(CultureInfo.InvariantCulture),
                stock.EndsAt?.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? ""
            );
        }

        console.Write(table);
    }
}
