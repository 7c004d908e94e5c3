using FsCheck;
using FsCheck.Fluent;
using Workflows.Rules.Catalog;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;
using Workflows.Rules.Tables;
using Workflows.Rules.Tests.Analysis;
using Workflows.Testing.Seeds;

namespace Workflows.Rules.Tests.Tables;

/// <summary>Random tables: the rule set says what one reads off the table by hand, and the table comes back from it.</summary>
public sealed class CompiledAgainstTableTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));
    private static readonly RulesEngineJudge Judge = new();

    [Fact]
    public void Answers_RandomTables_AreReadOffTheTable()
    {
        var compiler = new TableCompiler(Judge, RuleSetAnalyserTests.Shape, TableTests.Zone);
        var exporter = new TableExporter(Judge, RuleSetAnalyserTests.Shape, TableTests.Zone);
        Prop.ForAll(
                (from rows in Rows from people in Gen.ListOf(People, 12) select (rows, people)).ToArbitrary(),
                pair =>
                {
                    var table = TableOf(pair.rows);
                    var compilation = compiler.Compile(TableReader.Read(TableWriter.Write(table), "other").Table!);
                    Assert.Empty(compilation.Diagnostics);
                    var written = RuleSetWriter.Write(compilation.RuleSet!);
                    var ruleSet = RuleFiles.Read(written);
                    Assert.Equal(TableWriter.Write(table), TableWriter.Write(exporter.Export(ruleSet).Table!));

                    foreach (var person in pair.people)
                    {
                        var expected = pair.rows.Select(row => row.All(cell => cell.Matches(person)));
                        var got = Judge
                            .Judge(ruleSet, [new RuleInput("contact", person), new RuleInput("now", Now)])
                            .Answer!.Results.Select(result => result.IsSuccess);
                        Assert.True(expected.SequenceEqual(got), $"{TableWriter.Write(table)}{person}\n{written}");
                    }
                }
            )
            .Check(TestSeed.Config.WithMaxTest(80));
    }

    private sealed record Cell(string Text, Func<Person, bool> Matches)
    {
        public override string ToString() => Text;
    }

    private static DecisionTable TableOf(IReadOnlyList<Cell[]> rows) =>
        new()
        {
            Name = "t",
            Policy = HitPolicy.Collect,
            Columns =
            [
                new TableColumn(ColumnKind.Input, "contact.Orders", "contact.Orders"),
                new TableColumn(ColumnKind.Input, "等级 [contact.Level]", "contact.Level"),
                new TableColumn(ColumnKind.Input, "contact.City", "contact.City"),
                new TableColumn(ColumnKind.Input, "contact.PaidAt", "contact.PaidAt"),
                new TableColumn(ColumnKind.Input, "contact.Amount", "contact.Amount"),
                new TableColumn(ColumnKind.Event, "event"),
            ],
            Rows =
            [
                .. rows.Select(
                    (row, index) => new TableRow($"r{index}", [.. row.Select(cell => cell.Text), $"e{index}"])
                ),
            ],
        };

    private static Gen<List<Cell[]>> Rows =>
        from count in Gen.Choose(1, 6)
        from rows in Gen.ListOf(Row, count)
        select rows.ToList();

    private static Gen<Cell[]> Row =>
        from orders in Cells(
            Ordered(person => person.Orders, Gen.Choose(0, 5).Select(number => ((decimal?)number, $"{number}")))
        )
        from level in Cells(
            Gen.OneOf(
                Ordered(person => person.Level, Gen.Choose(0, 3).Select(number => ((decimal?)number, $"{number}"))),
                Missing(person => person.Level is null)
            )
        )
        from city in Cells(Gen.OneOf(Texts, Missing(person => person.City is null)))
        from paid in Cells(
            Gen.OneOf(Ordered(person => person.PaidAt?.UtcTicks, Instants), Missing(person => person.PaidAt is null))
        )
        from amount in Cells(
            Ordered(
                person => person.Amount,
                Gen.Elements(0m, 0.5m, 99.5m, 100m).Select(number => ((decimal?)number, $"{number}"))
            )
        )
        select new[] { orders, level, city, paid, amount };

    private static Gen<(decimal?, string)> Instants =>
        Gen.OneOf(
            Gen.Choose(0, 3)
                .Select(days => ((decimal?)Now.AddDays(-days).UtcTicks, days == 0 ? "now" : $"now - {days}d")),
            Gen.Choose(28, 31)
                .Select(day =>
                    (
                        (decimal?)new DateTimeOffset(2025, 12, day, 12, 0, 0, TimeSpan.Zero).UtcTicks,
                        $"2025-12-{day}T12:00:00Z"
                    )
                )
        );

    private static Gen<Cell> Ordered(Func<Person, decimal?> value, Gen<(decimal? Number, string Text)> literals) =>
        Gen.OneOf(
            literals.Select(literal => new Cell(literal.Text, person => value(person) == literal.Number)),
            from literal in literals
            from operation in Gen.Elements("<", "<=", ">", ">=", "≥", "！=")
            select new Cell(
                $"{operation} {literal.Text}",
                person =>
                    operation switch
                    {
                        "<" => value(person) < literal.Number,
                        "<=" => value(person) <= literal.Number,
                        ">" => value(person) > literal.Number,
                        "！=" => value(person) != literal.Number,
                        _ => value(person) >= literal.Number,
                    }
            ),
            from first in literals
            from second in literals
            from opensIn in Gen.Elements(true, false)
            from closesIn in Gen.Elements(true, false)
            let low = first.Number <= second.Number ? first : second
            let high = first.Number <= second.Number ? second : first
            select new Cell(
                $"{(opensIn ? "[" : "]")}{low.Text}..{high.Text}{(closesIn ? "]" : "[")}",
                person =>
                    (opensIn ? value(person) >= low.Number : value(person) > low.Number)
                    && (closesIn ? value(person) <= high.Number : value(person) < high.Number)
            )
        );

    private static Gen<Cell> Texts =>
        Gen.OneOf(
            Gen.Elements("SH", "a \"b\"", "上海，中国", "")
                .Select(text => new Cell(
                    $"\"{text.Replace("\"", "\"\"")}\"",
                    person => string.Equals(person.City, text, StringComparison.Ordinal)
                )),
            Gen.Elements("S", "海")
                .Select(text => new Cell($"contains \"{text}\"", person => person.City?.Contains(text) == true)),
            Gen.Constant(new Cell("starts with \"S\"", person => person.City?.StartsWith('S') == true))
        );

    private static Gen<Cell> Missing(Func<Person, bool> isMissing) => Gen.Constant(new Cell("null", isMissing));

    private static Gen<Cell> Cells(Gen<Cell> single) =>
        Gen.OneOf(
            Gen.Constant(new Cell("-", _ => true)),
            single,
            from first in single
            from second in single
            select new Cell($"{first.Text}, {second.Text}", person => first.Matches(person) || second.Matches(person)),
            from first in single
            from second in single
            select new Cell(
                $"not({first.Text}， {second.Text})",
                person => !(first.Matches(person) || second.Matches(person))
            )
        );

    private static Gen<Person> People =>
        from orders in Gen.Choose(0, 5)
        from level in Gen.Elements<int?>(null, 0, 1, 2, 3)
        from city in Gen.Elements(null, "", "SH", "a \"b\"", "上海，中国")
        from paid in Gen.Elements<double?>(null, -3, -2.5, -1, 0, 1)
        from amount in Gen.Elements(0m, 0.5m, 99m, 99.5m, 100m, 101m)
        select new Person
        {
            Orders = orders,
            Level = level,
            City = city,
            PaidAt = paid is { } days ? Now.AddDays(days) : null,
            Amount = amount,
        };
}
