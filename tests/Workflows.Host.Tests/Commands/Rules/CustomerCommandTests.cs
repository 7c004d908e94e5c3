namespace Workflows.Host.Tests.Commands.Rules;

public sealed class CustomerCommandTests
{
    private const string Customers = """
        客户编号,已付订单数,最近付款时间,加入时间,城市
        A1,0,,2021-12-20,上海
        A2,3,2021-11-20,2020-01-01,
        A3,x,2021-11-20,2020-01-01,
        A4,1,,2020-01-01,
        """;

    private static readonly string Tiers = Path.Combine(Repository.Root, "rules/lifecycle-tiers/rules.json");

    [Fact]
    public async Task Evaluate_Customers_CountsByRuleAndTellsBadRows()
    {
        using var file = new TemporaryFile(Customers, "customers.csv");

        var answer = await Shell.RunAsync(
            "rules",
            "evaluate",
            Tiers,
            "--customers",
            file.Path,
            "--as-of",
            "2021-12-31",
            "--json"
        );

        Assert.Equal(0, answer.Code);
        var document = answer.Json();
        Assert.Equal(4, document.GetProperty("customers").GetInt32());
        Assert.True(document.GetProperty("isCompiled").GetBoolean());
        var rules = document
            .GetProperty("rules")
            .EnumerateArray()
            .ToDictionary(
                rule => rule.GetProperty("event").GetString()!,
                rule => rule.GetProperty("customers").GetInt32(),
                StringComparer.Ordinal
            );
        Assert.Equal((1, 0, 1, 0, 1), (rules["new"], rules["first"], rules["repeat"], rules["loyal"], rules["silent"]));
        var failure = Assert.Single(document.GetProperty("failures").EnumerateArray());
        Assert.Equal(4, failure.GetProperty("row").GetInt32());
        Assert.Contains(
            "'x' is not a whole number",
            failure.GetProperty("reason").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal("城市", Assert.Single(document.GetProperty("attributes").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task Evaluate_Output_IsTheFileWithTheDecision()
    {
        using var file = new TemporaryFile(Customers, "customers.csv");
        var output = Path.Combine(file.Folder, "out.csv");

        var answer = await Shell.RunAsync(
            "rules",
            Tiers,
            "--customers",
            file.Path,
            "--as-of",
            "2021-12-31",
            "--output",
            output,
            "--lang",
            "zh"
        );

        Assert.Equal(0, answer.Code);
        var lines = await File.ReadAllLinesAsync(output);
        Assert.Equal("客户编号,已付订单数,最近付款时间,加入时间,城市,rule,event,output,why", lines[0]);
        Assert.StartsWith(
            "A2,3,2021-11-20,2020-01-01,,Repeat customer,repeat,2022-01-19 00:00:01 +08:00,",
            lines[2],
            StringComparison.Ordinal
        );
        Assert.Contains("已付订单数 3 不小于 2 (repeatMin) ✓", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("A3,x,2021-11-20,2020-01-01,,,,,", lines[3], StringComparison.Ordinal);
        Assert.Equal(5, lines.Length);
    }

    [Theory]
    [InlineData("zh", "最近付款时间 2021-11-20 00:00+08:00 不早于 2021-11-01 00:00+08:00 (当前时间前 60 天) ✓")]
    [InlineData(
        "en",
        "last paid at 2021-11-20 00:00+08:00 is not before 2021-11-01 00:00+08:00 (60 days before now) ✓"
    )]
    public async Task Explain_Row_SaysWhyInTheLanguage(string language, string expected)
    {
        using var file = new TemporaryFile(Customers, "customers.csv");

        var answer = await Shell.RunAsync(
            "rules",
            "explain",
            Tiers,
            "--customers",
            file.Path,
            "--row",
            "3",
            "--as-of",
            "2021-12-31",
            "--lang",
            language
        );

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Contains(expected, answer.Output, StringComparison.Ordinal);
        Assert.Contains("Repeat customer → repeat", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_Input_IsOneDocument()
    {
        const string Input =
            """{"contact":{"paidOrderCount":3,"joinedAt":"2026-01-01T00:00:00Z","lastPaidAt":"2026-05-20T00:00:00Z"},"now":"2026-06-01T00:00:00Z"}""";

        var document = (await Shell.RunAsync("rules", "explain", Tiers, "--input", Input, "--json")).Json();

        Assert.Equal("Repeat customer", document.GetProperty("rule").GetString());
        var condition = document.GetProperty("rules")[4].GetProperty("condition");
        Assert.Equal("DoesNotHold", condition.GetProperty("state").GetString());
        Assert.Equal(
            "NotAsked",
            condition.GetProperty("parts")[0].GetProperty("parts")[3].GetProperty("state").GetString()
        );
    }

    [Fact]
    public async Task Evaluate_Explain_AddsTheTree()
    {
        using var file = new TemporaryFile(Customers, "customers.csv");

        var answer = await Shell.RunAsync(
            "rules",
            "evaluate",
            Tiers,
            "--customers",
            file.Path,
            "--as-of",
            "2021-12-31",
            "--explain"
        );

        Assert.Equal(0, answer.Code);
        Assert.Contains("← decides", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--customers {file} --input {}", "not both")]
    [InlineData("", "--input JSON or --customers CSV")]
    [InlineData("--customers /nowhere.csv", "/nowhere.csv: no such file")]
    [InlineData("--customers {file} --as-of soon", "--as-of: 'soon' is not a date")]
    [InlineData("--customers {file} --time-zone Mars", "'Mars' is not a known time zone")]
    [InlineData("--customers {file} --lang fr", "'fr'")]
    [InlineData("--customers {empty}", "The file is empty")]
    [InlineData("--customers {latin}", "not UTF-8")]
    [InlineData("--customers {file} --output /nowhere/out.csv", "/nowhere/out.csv")]
    public async Task Evaluate_WrongOptions_AreOneLine(string options, string named)
    {
        using var file = new TemporaryFile(Customers, "customers.csv");
        using var empty = new TemporaryFile("", "customers.csv");
        using var latin = new TemporaryFile("", "customers.csv");
        await File.WriteAllBytesAsync(latin.Path, [0xB3, 0xC7, 0xCA, 0xD0, (byte)'\n']);
        var words = options
            .Replace("{file}", file.Path, StringComparison.Ordinal)
            .Replace("{empty}", empty.Path, StringComparison.Ordinal)
            .Replace("{latin}", latin.Path, StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

        (await Shell.RunAsync(["rules", "evaluate", Tiers, "--json", .. words])).IsBadInput(named);
    }

    [Theory]
    [InlineData("1", "no row 1")]
    [InlineData("99", "no row 99")]
    [InlineData("4", "row 4")]
    public async Task Explain_RowThatIsNotThere_IsOneLine(string row, string named)
    {
        using var file = new TemporaryFile(Customers, "customers.csv");

        (await Shell.RunAsync("rules", "explain", Tiers, "--customers", file.Path, "--row", row)).IsBadInput(named);
    }
}
