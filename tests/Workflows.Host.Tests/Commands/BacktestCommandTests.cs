using System.Text.Json;

namespace Workflows.Host.Tests.Commands;

public sealed class BacktestCommandTests
{
    private const string Header = "order_id,customer_id,paid_on,quantity,amount\n";

    // On 2021-01-31: one order exactly 30 days ago; two orders; five orders of one day; one order 61 days ago.
    private const string Rows = """
        O1,winter,2020-12-01,1,10.00
        O2,once,2021-01-01,1,10.00
        O3,twice,2021-01-01,1,10.00
        O4,often,2021-01-10,1,10.00
        O5,often,2021-01-10,1,10.00
        O6,often,2021-01-10,1,10.00
        O7,often,2021-01-10,1,10.00
        O8,often,2021-01-10,1,10.00
        O9,twice,2021-01-20,1,10.00

        """;

    [Fact]
    public async Task Backtest_Json_CountsTiersAndMessages()
    {
        using var orders = new TemporaryFile(Header + Rows, "orders.csv");

        var answer = await Shell.RunAsync(Command(orders.Path, "2021-01-31", "--json"));

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        var report = answer.Json();
        Assert.Equal(4, report.GetProperty("contacts").GetInt32());
        Assert.Equal(9, report.GetProperty("orders").GetInt32());
        Assert.Equal((1, 1, 1, 1), Four(report.GetProperty("tiers"), "first", "repeat", "loyal", "silent"));
        Assert.Equal((4, 2, 1, 1), Four(report.GetProperty("messages"), "first", "repeat", "loyal", "win-back"));
        Assert.True(report.GetProperty("turns").GetInt32() > 0);
        Assert.True(report.TryGetProperty("elapsedMs", out _));
        Assert.True(report.TryGetProperty("instances", out _));
    }

    [Fact]
    public async Task Backtest_ADayLater_TheSingleOrderHasLapsed()
    {
        using var orders = new TemporaryFile(Header + Rows, "orders.csv");

        var report = (await Shell.RunAsync(Command(orders.Path, "2021-02-01", "--json"))).Json();

        Assert.Equal((0, 1, 1, 2), Four(report.GetProperty("tiers"), "first", "repeat", "loyal", "silent"));
    }

    [Fact]
    public async Task Backtest_ForPeople_ShowsTables()
    {
        using var orders = new TemporaryFile(Header + Rows, "orders.csv");

        var answer = await Shell.RunAsync(Command(orders.Path, "2021-01-31"));

        Assert.Equal(0, answer.Code);
        Assert.Contains("win-back", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backtest_BadRow_IsRefusedWithRowAndReason()
    {
        using var orders = new TemporaryFile(Header + Rows + "O10,c,2021-02-30,1,1\n", "orders.csv");

        (await Shell.RunAsync(Command(orders.Path, "2021-01-31", "--json"))).IsBadInput(
            "row 11, paid_on: '2021-02-30'"
        );
    }

    [Fact]
    public async Task Backtest_BadRowSkipped_CountsTheOthers()
    {
        using var orders = new TemporaryFile(Header + "O0,c,someday,1,1\n" + Rows, "orders.csv");

        var answer = await Shell.RunAsync(Command(orders.Path, "2021-01-31", "--json", "--skip-bad"));

        Assert.Equal(0, answer.Code);
        Assert.Contains("row 2", answer.Error, StringComparison.Ordinal);
        Assert.Equal(9, answer.Json().GetProperty("orders").GetInt32());
    }

    [Theory]
    [InlineData("no-such-journey", "2021-01-31", "no-such-journey")]
    [InlineData("lifecycle-care", "31.01.2021", "31.01.2021")]
    public async Task Backtest_WrongArguments_AreBadInput(string journey, string day, string named)
    {
        using var orders = new TemporaryFile(Header + Rows, "orders.csv");

        (
            await Shell.RunAsync(
                "backtest",
                journey,
                "--orders",
                orders.Path,
                "--as-of",
                day,
                "--library",
                Repository.Root
            )
        ).IsBadInput(named);
    }

    [Fact]
    public async Task Backtest_MissingFile_IsBadInput() =>
        (await Shell.RunAsync(Command("/nowhere/orders.csv", "2021-01-31"))).IsBadInput(
            "/nowhere/orders.csv: no such file"
        );

    private static string[] Command(string orders, string day, params string[] more) =>
        ["backtest", "lifecycle-care", "--orders", orders, "--as-of", day, "--library", Repository.Root, .. more];

    private static (int, int, int, int) Four(JsonElement counts, string a, string b, string c, string d) =>
        (
            counts.GetProperty(a).GetInt32(),
            counts.GetProperty(b).GetInt32(),
            counts.GetProperty(c).GetInt32(),
            counts.GetProperty(d).GetInt32()
        );
}
