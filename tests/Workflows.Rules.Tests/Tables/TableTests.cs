using Workflows.Rules.Analysis;
using Workflows.Rules.Catalog;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;
using Workflows.Rules.Tables;
using Workflows.Rules.Tests.Analysis;

namespace Workflows.Rules.Tests.Tables;

public sealed class TableTests
{
    internal static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private const string Tiers = """"
        tiers: unique,订单数 [contact.Orders],contact.PaidAt,contact.City,event,output,备注
        Loyal,>= 5,>= now - 60d,-,loyal,500,"老客户，常来"
        ,[2..4],>= now - 60d,"""SH"", ""BJ""",repeat,{contact.Orders * 10},
        Other,< 2,,,"rest",,
        """";

    private static readonly RulesEngineJudge Judge = new();
    private static readonly TableCompiler Compiler = new(Judge, RuleSetAnalyserTests.Shape, Zone);
    private static readonly TableExporter Exporter = new(Judge, RuleSetAnalyserTests.Shape, Zone);

    [Fact]
    public void Read_Sheet_GivesNamePolicyColumnsAndRows()
    {
        var table = Read(Tiers);

        Assert.Equal(("tiers", HitPolicy.Unique), (table.Name, table.Policy));
        Assert.Equal(
            [
                ColumnKind.Input,
                ColumnKind.Input,
                ColumnKind.Input,
                ColumnKind.Event,
                ColumnKind.Output,
                ColumnKind.Note,
            ],
            table.Columns.Select(column => column.Kind)
        );
        Assert.Equal("contact.Orders", table.Columns[0].Expression);
        Assert.Equal(["Loyal", "", "Other"], table.Rows.Select(row => row.Name));
        Assert.Equal("\"SH\", \"BJ\"", table.Rows[1].Cells[2]);
        Assert.Equal([2, 3, 4], table.Rows.Select(row => row.Line));
    }

    [Theory]
    [InlineData("first,contact.Orders,event\r\nA,>= 2,x\r\n", "commas and Windows line ends")]
    [InlineData("\uFEFF首个;contact.Orders;事件\nA;>= 2;x", "byte order mark and semicolons")]
    [InlineData("F\tcontact.Orders\t结果\nA\t>= 2\tx\n\t\t\n", "tabs, and an empty line")]
    [InlineData("规则，contact.Orders，事件\nA，＞＝ ２，x", "full-width commas")]
    [InlineData("contact.Orders,event,,\n>= 2,x,,", "no names, empty columns behind")]
    public void Read_AnySeparator_GivesTheSameTable(string sheet, string what)
    {
        var compilation = Compiler.Compile(Read(sheet));

        Assert.Empty(compilation.Diagnostics);
        var rule = Assert.Single(compilation.RuleSet!.Rules);
        Assert.True(rule is { Expression: "contact.Orders >= 2", SuccessEvent: "x" }, what);
    }

    [Theory]
    [InlineData("first,contact.Orders\n", "A1 TABLE001")]
    [InlineData("first,contact.Orders\nA,\"5", "line 2 TABLE001")]
    [InlineData("first,contact.Orders\nA,5,6", "C2 TABLE003")]
    [InlineData("first,contact.Ordrs,event\nA,5,x", "B1 TABLE002")]
    [InlineData("contact.Ordrs,event\n5,x", "A1 TABLE002")]
    [InlineData("first,contact.Orders,event,事件\nA,5,x,y", "D1 TABLE011")]
    [InlineData("first,contact.Orders,output,output: b\nA,5,1,2", "C1 TABLE011")]
    [InlineData("first,contact.Orders\nA,5\nA,6", "A3 TABLE007")]
    [InlineData("first,contact.Orders,contact.City\nA,abc,> 3\nB,[5..1],", "B2 TABLE005; C2 TABLE005; B3 TABLE006")]
    [InlineData("first,contact.Orders\nA,{ contact.Nix > 3 }", "B2 EXP004")]
    [InlineData("first,contact.Orders\nA,{ contact.Orders }", "B2 EXP005")]
    [InlineData("first,contact.Orders,output\nA,5,contact.Nix * 2", "C2 EXP004")]
    [InlineData("first,contact.Orders,output\nA,5,\"\"\"a\"\",\"\"b\"\"\"", "C2 TABLE004")]
    [InlineData("unique,contact.Orders\nA,>= 5\nB,<= 5", "A3 TABLE008")]
    [InlineData("unique,contact.JoinedAt.Year\nA,>= 2025\nB,<= 2024", "A1 TABLE009")]
    public void Table_Wrong_IsToldWithItsAddress(string sheet, string expected)
    {
        var reading = TableReader.Read(sheet, "t");

        var diagnostics = reading.Table is { } table ? Compiler.Compile(table).Diagnostics : reading.Diagnostics;

        Assert.Equal(expected, string.Join("; ", diagnostics.Select(found => $"{found.Path} {found.Code}")));
    }

    [Fact]
    public void Table_AnyText_IsATableOrDiagnostics()
    {
        string[] parts =
        [
            "first",
            "unique",
            ",",
            ",",
            ",",
            "\n",
            "\n",
            "\"",
            "contact.Orders",
            "contact.City",
            "event",
            "output: a",
            "condition",
            ">= 5",
            "[2..",
            "not(",
            "{",
            "}",
            "-",
            "null",
            "：",
            "，",
            "now - 30d",
            "=1+1",
            "'",
            "[",
            "]",
            "\t",
        ];
        var random = new Random(11);
        for (var run = 0; run < 3_000; run++)
        {
            var text = string.Concat(random.GetItems(parts, random.Next(0, 25)));
            var reading = TableReader.Read(text, "t");
            var diagnostics = reading.Table is { } table ? Compiler.Compile(table).Diagnostics : reading.Diagnostics;
            Assert.All(diagnostics, found => Assert.False(string.IsNullOrEmpty(found.Path), text));
        }
    }

    [Fact]
    public void Compile_Overlap_NamesBothRowsAndWhere()
    {
        var mistake = Assert.Single(Compiler.Compile(Read("unique,contact.Orders\nA,>= 5\nB,<= 5")).Diagnostics);

        Assert.Equal("'A' and 'B' both match where contact.Orders: 5.", mistake.Message);
    }

    [Fact]
    public void Compile_OutputsAndEvents_AreWhatTheJudgeSays()
    {
        const string Sheet = """
            first,contact.Orders,event,output: points,output: coupon
            Big,>= 5,gold,contact.Orders * 100,SUMMER-20
            Small,-,,10,-
            """;
        var ruleSet = Compiler.Compile(Read(Sheet)).RuleSet!;

        dynamic big = Ask(ruleSet, new Person { Orders = 7 }).First!.Output!;
        var small = Ask(ruleSet, new Person { Orders = 1 }).First!;

        Assert.Equal((700, "SUMMER-20"), ((int)big.points, (string)big.coupon));
        Assert.Equal(("Small", 10), (small.SuccessEvent, (int)((dynamic)small.Output!).points));
    }

    [Fact]
    public void Compile_Collect_GivesAllMatches()
    {
        var ruleSet = Compiler.Compile(Read("collect,contact.Orders,event\nA,> 1,x\nB,> 2,y\nC,> 9,z")).RuleSet!;

        var events = Ask(ruleSet, new Person { Orders = 5 }).Results.Where(result => result.IsSuccess);

        Assert.Equal(["x", "y"], events.Select(result => result.SuccessEvent));
    }

    [Fact]
    public void Export_CompiledTable_GivesItBack()
    {
        const string Sheet = """
            t: collect,订单数 [contact.Orders],event,output,备注
            A,"1, 3",x,"{ ""a"" + ""b"" }","=cmd|' /C calc'!A0"
            ,not(2),,hello world,第二行
            """;
        var table = Read(Sheet);
        var written = RuleSetWriter.Write(Compiler.Compile(table).RuleSet!);

        var exported = Exporter.Export(RuleFiles.Read(written));

        Assert.Empty(exported.Diagnostics);
        var csv = TableWriter.Write(exported.Table!);
        Assert.Contains(",'=cmd|' /C calc'!A0\r\n", csv, StringComparison.Ordinal);
        var back = Read(csv);
        Assert.Equal((table.Name, table.Policy), (back.Name, back.Policy));
        Assert.Equal(table.Columns, back.Columns);
        Assert.Equal(table.Rows.Select(row => row.Name), back.Rows.Select(row => row.Name));
        Assert.Equal(table.Rows.SelectMany(row => row.Cells), back.Rows.SelectMany(row => row.Cells));
    }

    [Fact]
    public void Export_RuleSetWithDates_SaysThatTheyAreLeftOut()
    {
        var reading = Exporter.Export(RuleFiles.Of("contact.Vip") with { ValidFrom = "2026-06-18" });

        Assert.True(reading.Succeeded);
        Assert.Contains("left out", Assert.Single(reading.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Export_CompiledTableChangedByHand_FollowsTheRules()
    {
        var ruleSet = Compiler.Compile(Read("unique,contact.Orders,event\nA,>= 5,x\nB,< 5,y")).RuleSet!;
        var changed = ruleSet with
        {
            Rules = [ruleSet.Rules[0] with { Expression = "contact.Orders >= 7" }, ruleSet.Rules[1]],
        };

        var table = Exporter.Export(changed).Table!;

        Assert.Equal(HitPolicy.Unique, table.Policy);
        Assert.Equal([">= 7", "x", "< 5", "y"], table.Rows.SelectMany(row => row.Cells));
    }

    [Fact]
    public void Export_LifecycleTiers_CompilesToTheSameAnswers()
    {
        var shape = RuleFiles.Shape;
        var exported = new TableExporter(Judge, shape, Zone).Export(RuleFiles.Read(RuleFiles.LifecycleTiers));

        Assert.Empty(exported.Diagnostics);
        Assert.Equal(
            ["contact.PaidOrderCount", "contact.JoinedAt", "contact.LastPaidAt", "condition", "event", "output"],
            exported.Table!.Columns.Select(column => column.Header)
        );
        Assert.Equal(["[2..4]", "-", ">= now - 60d", "-", "repeat"], exported.Table.Rows[2].Cells.Take(5));
        var compiled = new TableCompiler(Judge, shape, Zone).Compile(exported.Table);
        Assert.Empty(compiled.Diagnostics);
        var report = new Workflows.Rules.Cases.RuleCaseRunner(Judge, shape).Run(
            RuleSetWriter.Write(compiled.RuleSet!),
            File.ReadAllText(RuleFiles.Find("rules/lifecycle-tiers/cases.json"))
        );
        Assert.Empty(
            report.Results.Where(result => !result.Passed).Select(result => $"{result.Case.Name}: {result.Got}")
        );
    }

    [Theory]
    [InlineData(
        """{ "RuleName": "r", "Operator": "Or", "Rules": [ { "RuleName": "a", "Expression": "contact.Vip" }, { "RuleName": "b", "Expression": "contact.Orders > 1" } ] }""",
        "$.Rules[0].Expression"
    )]
    [InlineData(
        """{ "RuleName": "r", "Expression": "true", "Actions": { "OnFailure": { "Name": "OutputExpression", "Context": { "Expression": "1" } } } }""",
        "$.Rules[0].Actions"
    )]
    [InlineData("""{ "RuleName": "r", "Expression": "contact.Nix" }""", "$.Rules[0].Expression")]
    public void Export_WhatIsNoRow_SaysWhy(string rule, string path)
    {
        var reading = Exporter.Export(RuleFiles.Read($$"""{ "WorkflowName": "s", "Rules": [ {{rule}} ] }"""));

        Assert.False(reading.Succeeded);
        Assert.Equal(path, Assert.Single(reading.Diagnostics).Path);
    }

    [Theory]
    [InlineData("contact.Orders >= 2 && contact.Orders < 5", "[2..4]")]
    [InlineData("contact.Orders == 1 || contact.Orders == 3", "1, 3")]
    [InlineData("contact.Orders != 3", "not(3)")]
    [InlineData("contact.Level == null || contact.Level > 3", ">= 4, null")]
    [InlineData("not (contact.Level > 3)", "< 4, null")]
    [InlineData("contact.Score > 1.5", "> 1.5")]
    [InlineData("contact.Score != 1", "not(1)")]
    [InlineData("contact.Amount > 1 && contact.Amount <= 2.5", "]1..2.5]")]
    [InlineData("contact.City in (\"SH\", \"BJ\")", "\"BJ\", \"SH\"")]
    [InlineData("contact.City != \"say \\\"hi\\\"\"", "not(\"say \"\"hi\"\"\")")]
    [InlineData("contact.City != null", "not(null)")]
    [InlineData("contact.Vip", "true")]
    [InlineData("contact.Tags.Contains(\"a\") && !contact.Tags.Contains(\"b\")", "\"a\" and not(\"b\")")]
    [InlineData("contact.PaidAt >= now.AddDays(-30) && contact.PaidAt < now", "[now - 30d..now[")]
    [InlineData("contact.PaidAt < now.AddHours(-36)", "< now - 1d12h")]
    [InlineData("contact.JoinedAt >= DateTimeOffset(\"2026-01-31T00:00:00+08:00\")", ">= 2026-01-31T00:00:00+08:00")]
    [InlineData(
        "contact.JoinedAt >= now.AddDays(-9) && contact.JoinedAt > DateTimeOffset(\"2026-01-31T00:00:00Z\")",
        ">= now - 9d and > 2026-01-31T08:00:00+08:00"
    )]
    public void Export_Condition_IsCell(string expression, string cell)
    {
        var table = Exporter.Export(RuleFiles.Of(expression)).Table!;

        Assert.Equal(cell, table.Rows[0].Cells[0]);
        var again = Compiler.Compile(table);
        Assert.Empty(again.Diagnostics);
        Assert.Equal(
            cell,
            Exporter.Export(again.RuleSet! with { Extra = RuleFiles.Of("true").Extra }).Table!.Rows[0].Cells[0]
        );
    }

    internal static DecisionTable Read(string sheet)
    {
        var reading = TableReader.Read(sheet, "t");
        Assert.Empty(reading.Diagnostics);
        return reading.Table!;
    }

    private static RuleSetAnswer Ask(Workflows.Rules.Model.RuleSet ruleSet, Person person) =>
        Judge
            .Judge(ruleSet, [new RuleInput("contact", person), new RuleInput("now", new AnalysisOptions().AsOf)])
            .Answer!;
}
