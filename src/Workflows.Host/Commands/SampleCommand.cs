using System.CommandLine;
using System.Text;
using Workflows.Marketing.Backtesting;

namespace Workflows.Host.Commands;

/// <summary><c>sample orders</c>: an order file out of nothing, so that a back-test can be tried without data.</summary>
internal static class SampleCommand
{
    private static readonly Option<int> Customers = Number("--customers", "How many customers; 1 to 1,000,000.", 1_000);
    private static readonly Option<int> Months = Number("--months", "How many months the file covers; 1 to 120.", 18);
    private static readonly Option<int> Seed = Number("--seed", "The same seed gives the same file, everywhere.", 1);

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "The file to write; standard output unless given.",
        HelpName = "FILE",
    };

    public static Command Describe(Terminal terminal)
    {
        var orders = new Command("orders", "Writes invented orders as CSV: heavy buyers, one-timers, drop-outs.")
        {
            Customers,
            Months,
            Seed,
            Output,
        };
        orders.SetAction(parsed => Run(parsed, terminal));
        return new Command("sample", "Writes sample data.") { orders };
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var orders = Invent(
            new SampleOrdersOptions
            {
                Customers = parsed.GetValue(Customers),
                Months = parsed.GetValue(Months),
                Seed = parsed.GetValue(Seed),
            }
        );
        if (parsed.GetValue(Output) is not { } path)
        {
            OrderFile.Write(terminal.Output, orders);
            return ExitCodes.Success;
        }

        try
        {
            using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
            OrderFile.Write(file, orders);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path}: {failure.Message}", failure);
        }

        terminal.Note($"{orders.Count:N0} orders written to {path}");
        return ExitCodes.Success;
    }

    private static IReadOnlyList<Order> Invent(SampleOrdersOptions options)
    {
        try
        {
            return SampleOrders.Create(options);
        }
        catch (ArgumentException mistake)
        {
            // The exception adds the name of a parameter that no user knows.
            throw new BadInputException(mistake.Message.Split(" (Parameter")[0], mistake);
        }
    }

    private static Option<int> Number(string name, string description, int otherwise) =>
        new(name)
        {
            Description = description,
            HelpName = "NUMBER",
            DefaultValueFactory = _ => otherwise,
        };
}
