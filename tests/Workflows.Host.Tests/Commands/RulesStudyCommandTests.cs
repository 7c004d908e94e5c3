namespace Workflows.Host.Tests.Commands;

/// <summary><c>rules analyse</c>, <c>diff</c>, <c>table import</c>, <c>table export</c> and the coverage of <c>rules test</c>.</summary>
public sealed class RulesStudyCommandTests
{
    private static readonly string Points = Path.Combine(Repository.Root, "rules", "points-by-tier");
    private static readonly string Tiers = Path.Combine(Repository.Root, "rules", "lifecycle-tiers");

    [Fact]
    public async Task TableImport_ShippedTable_IsTheShippedRuleFile()
    {
        var answer = await Shell.RunAsync("rules", "table", "import", Path.Combine(Points, "table.csv"));

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Points, "rules.json")), answer.Output);
    }

    [Fact]
    public async Task TableExport_ShippedRuleFile_IsTheShippedTable()
    {
        using var folder = new TemporaryFile("");
        var csv = Path.Combine(folder.Folder, "out.csv");

        var answer = await Shell.RunAsync("rules", "table", "export", Path.Combine(Points, "rules.json"), "-o", csv);

        Assert.Equal((0, "", ""), (answer.Code, answer.Output, answer.Error));
        var bytes = await File.ReadAllBytesAsync(csv);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = await File.ReadAllTextAsync(csv);
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(Points, "table.csv")),
            text.Replace("\r\n", "\n", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task TableImport_Mistakes_AreAllToldWithTheirCells()
    {
        using var file = new TemporaryFile("first,contact.PaidOrderCount,event\nA,abc,x\nB,[5..1],y\n", "t.csv");

        var answer = await Shell.RunAsync("rules", "table", "import", file.Path);
        var json = (await Shell.RunAsync("rules", "table", "import", file.Path, "--json")).Json();

        Assert.Equal((1, ""), (answer.Code, answer.Output));
        Assert.Contains(
            "B2: error TABLE005: contact.PaidOrderCount is a whole number, and 'abc' is text.",
            answer.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("B3: error TABLE006", answer.Error, StringComparison.Ordinal);
        Assert.Equal(
            ["B2", "B3"],
            json.GetProperty("diagnostics").EnumerateArray().Select(found => found.GetProperty("path").GetString())
        );
    }

    [Fact]
    public async Task Analyse_Table_ShowsFindingsInTheLanguageAskedFor()
    {
        using var file = new TemporaryFile("first;contact.PaidOrderCount;event\nA;>= 5;x\nB;> 5;y\nC;< 5;z\n", "t.csv");

        var english = await Shell.RunAsync("rules", "analyse", file.Path, "--lang", "en");
        var chinese = await Shell.RunAsync("rules", "analyse", file.Path, "--lang", "zh", "--strict");

        Assert.Equal(0, english.Code);
        Assert.Contains(
            "'B' never decides: wherever it holds, 'A' holds before it.",
            english.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("contact.PaidOrderCount: >= 6", english.Output, StringComparison.Ordinal);
        Assert.Equal(1, chinese.Code);
        Assert.Contains("“B”永远不会生效", chinese.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyse_ShippedRuleSets_FindsNothing()
    {
        foreach (var folder in new[] { Points, Tiers })
        {
            var report = (
                await Shell.RunAsync("rules", "analyse", Path.Combine(folder, "rules.json"), "--json", "--strict")
            ).Json();

            Assert.Empty(report.GetProperty("findings").EnumerateArray());
            Assert.Empty(report.GetProperty("notAnalysed").EnumerateArray());
        }
    }

    [Fact]
    public async Task Analyse_InputsThatAreNoContact_TakesASample()
    {
        using var file = new TemporaryFile(
            """{ "WorkflowName": "o", "Rules": [ { "RuleName": "a", "Expression": "input1.orders30d >= 2" } ] }"""
        );

        (await Shell.RunAsync("rules", "analyse", file.Path)).IsBadInput("give a sample of them: --input JSON");
        var report = (
            await Shell.RunAsync(
                "rules",
                "analyse",
                file.Path,
                "--input",
                """{"orders30d":1}""",
                "--fact",
                "input1.orders30d >= 0",
                "--json"
            )
        ).Json();

        Assert.Equal("input1.orders30d: [0..1]", report.GetProperty("findings")[0].GetProperty("where").GetString());
    }

    [Fact]
    public async Task Diff_ThresholdAndCustomers_CountsWhoFallsElsewhere()
    {
        var old = Path.Combine(Tiers, "rules.json");
        var text = await File.ReadAllTextAsync(old);
        using var now = new TemporaryFile(
            text.Replace(
                """repeatMin", "Expression": "2""",
                """repeatMin", "Expression": "3""",
                StringComparison.Ordinal
            )
        );
        using var customers = new TemporaryFile(
            "id,paidOrderCount,lastPaidAt,joinedAt\na,2,2026-05-01,2025-01-01\nb,3,2026-05-01,2025-01-01\n",
            "customers.csv"
        );

        var answer = await Shell.RunAsync(
            "rules",
            "diff",
            old,
            now.Path,
            "--customers",
            customers.Path,
            "--as-of",
            "2026-06-01"
        );
        var json = (
            await Shell.RunAsync(
                "rules",
                "diff",
                old,
                now.Path,
                "--customers",
                customers.Path,
                "--as-of",
                "2026-06-01",
                "--json"
            )
        ).Json();

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Contains("repeatMin: 2 → 3.", answer.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 2 customers fall elsewhere", answer.Output, StringComparison.Ordinal);
        var moved = json.GetProperty("customers").GetProperty("movements")[0];
        Assert.Equal(
            ("Repeat customer", "Silent customer", 2),
            (
                moved.GetProperty("from").GetString(),
                moved.GetProperty("to").GetString(),
                moved.GetProperty("rows")[0].GetInt32()
            )
        );
        Assert.StartsWith(
            "contact.PaidOrderCount: 2;",
            json.GetProperty("comparison").GetProperty("movements")[0].GetProperty("where").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Diff_Strict_FailsOnChangesOnly()
    {
        var file = Path.Combine(Tiers, "rules.json");
        using var other = new TemporaryFile(
            (await File.ReadAllTextAsync(file)).Replace(" AND ", "  && ", StringComparison.Ordinal)
        );

        Assert.Equal(0, (await Shell.RunAsync("rules", "diff", file, other.Path, "--strict")).Code);
        Assert.Equal(
            1,
            (await Shell.RunAsync("rules", "diff", file, Path.Combine(Points, "table.csv"), "--strict")).Code
        );
    }

    [Fact]
    public async Task Test_Coverage_IsToldAndStrictFails()
    {
        using var rules = new TemporaryFile(
            await File.ReadAllTextAsync(Path.Combine(Points, "rules.json")),
            "rules.json"
        );
        await File.WriteAllTextAsync(
            Path.Combine(rules.Folder, "cases.json"),
            """
            { "inputs": { "now": "2026-06-01T00:00:00+08:00" }, "cases": [ { "name": "none",
              "inputs": { "contact": { "joinedAt": "2026-01-01T00:00:00Z", "paidOrderCount": 0, "paidAmount": 0, "lastPaidAt": null } },
              "expect": { "successEvents": ["no-points"] } } ] }
            """
        );

        var lenient = await Shell.RunAsync("rules", "test", rules.Folder, "--lang", "zh");
        var strict = await Shell.RunAsync("rules", "test", rules.Folder, "--strict", "--lang", "en");

        Assert.Equal((0, 1), (lenient.Code, strict.Code));
        Assert.Contains("没有用例命中规则“Gold”。", lenient.Output, StringComparison.Ordinal);
        Assert.Contains("In 'Gold': no case has contact.paidOrderCount >= 5.", strict.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules table import no-such.csv", "no-such.csv: no such file.")]
    [InlineData("rules table export no-such.json", "no-such.json: no such file.")]
    [InlineData("rules analyse no-such.json", "no-such.json: no such file.")]
    [InlineData("rules diff no-such.json no-such.json", "no-such.json: no such file.")]
    [InlineData("rules table", "Try: ./run rules table --help")]
    [InlineData("rules table import x.csv --policy maybe", "maybe")]
    [InlineData("rules table import x.csv --lang fr", "fr")]
    public async Task Study_BadInput_IsOneLine(string line, string expected) =>
        (await Shell.RunAsync(line.Split(' '))).IsBadInput(expected);
}
