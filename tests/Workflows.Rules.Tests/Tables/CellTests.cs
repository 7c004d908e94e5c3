using Workflows.Rules.Tables;
using Workflows.Rules.Tables.Cells;

namespace Workflows.Rules.Tests.Tables;

/// <summary>What cells mean, column by column.</summary>
public sealed class CellTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Theory]
    // anything
    [InlineData(typeof(int), "", null)]
    [InlineData(typeof(int), "-", null)]
    [InlineData(typeof(string), "－", null)]
    [InlineData(typeof(string), "任意", null)]
    // numbers
    [InlineData(typeof(int), "5", "x == 5")]
    [InlineData(typeof(int), "= 5", "x == 5")]
    [InlineData(typeof(int), ">=5", "x >= 5")]
    [InlineData(typeof(int), "＞＝ ５", "x >= 5")]
    [InlineData(typeof(int), "≥5", "x >= 5")]
    [InlineData(typeof(int), "大于等于 5", "x >= 5")]
    [InlineData(typeof(int), "不超过5", "x <= 5")]
    [InlineData(typeof(int), "<> -5", "x != -5")]
    [InlineData(typeof(int), "> 2.5", "x > 2.5")]
    [InlineData(typeof(decimal), "99.5", "x == 99.5m")]
    [InlineData(typeof(decimal), ">= 100", "x >= 100")]
    [InlineData(typeof(double?), "< 1.5", "x < 1.5")]
    [InlineData(typeof(int), "1, 3,5", "(x == 1 || x == 3 || x == 5)")]
    [InlineData(typeof(int), "1，3、5；7", "(x == 1 || x == 3 || x == 5 || x == 7)")]
    [InlineData(typeof(int), "[2..4]", "(x >= 2 && x <= 4)")]
    [InlineData(typeof(int), "]2..4]", "(x > 2 && x <= 4)")]
    [InlineData(typeof(int), "(2..4)", "(x > 2 && x < 4)")]
    [InlineData(typeof(int), "[2..4[", "(x >= 2 && x < 4)")]
    [InlineData(typeof(int), "2..4", "(x >= 2 && x <= 4)")]
    [InlineData(typeof(int), "【2～4】", "(x >= 2 && x <= 4)")]
    [InlineData(typeof(int), "2至4", "(x >= 2 && x <= 4)")]
    [InlineData(typeof(int), "< 2, [5..7]", "(x < 2 || (x >= 5 && x <= 7))")]
    [InlineData(typeof(int), ">= 2 and < 5", "(x >= 2 && x < 5)")]
    [InlineData(typeof(int), "大于2且小于5", "(x > 2 && x < 5)")]
    [InlineData(typeof(int), "not(2, 3)", "!((x == 2 || x == 3))")]
    [InlineData(typeof(int), "非（2）", "!(x == 2)")]
    [InlineData(typeof(int?), "null, > 3", "(x == null || x > 3)")]
    [InlineData(typeof(int?), "空", "x == null")]
    // texts
    [InlineData(typeof(string), "\"SH\",\"BJ\"", "(x == \"SH\" || x == \"BJ\")")]
    [InlineData(typeof(string), "“上海”，“北京”", "(x == \"上海\" || x == \"北京\")")]
    [InlineData(typeof(string), "SH, BJ", "(x == \"SH\" || x == \"BJ\")")]
    [InlineData(typeof(string), "New York", "x == \"New York\"")]
    [InlineData(typeof(string), "notebook", "x == \"notebook\"")]
    [InlineData(typeof(string), "rock and roll", "x == \"rock and roll\"")]
    [InlineData(typeof(string), "200030", "x == \"200030\"")]
    [InlineData(typeof(string), "not(\"SH\", null)", "!((x == \"SH\" || x == null))")]
    [InlineData(typeof(string), "\"say \"\"hi\"\"\"", "x == \"say \\\"hi\\\"\"")]
    [InlineData(typeof(string), "\"a\\b\"", "x == \"a\\\\b\"")]
    [InlineData(typeof(string), "\"，（）\"", "x == \"，（）\"")]
    [InlineData(typeof(string), "contains \"海\"", "(x != null && x.Contains(\"海\"))")]
    [InlineData(typeof(string), "包含 海", "(x != null && x.Contains(\"海\"))")]
    [InlineData(typeof(string), "starts with \"S\"", "(x != null && x.StartsWith(\"S\"))")]
    [InlineData(typeof(string), "Startsville", "x == \"Startsville\"")]
    // yes and no
    [InlineData(typeof(bool), "yes", "x == true")]
    [InlineData(typeof(bool), "否", "x == false")]
    [InlineData(typeof(bool?), "TRUE, null", "(x == true || x == null)")]
    // instants: a date alone is the whole day
    [InlineData(typeof(DateTimeOffset), ">= 2026-01-31", "x >= DateTimeOffset(\"2026-01-31T00:00:00+08:00\")")]
    [InlineData(typeof(DateTimeOffset), "<= 2026/1/31", "x < DateTimeOffset(\"2026-02-01T00:00:00+08:00\")")]
    [InlineData(typeof(DateTimeOffset), "> 2026年1月31日", "x >= DateTimeOffset(\"2026-02-01T00:00:00+08:00\")")]
    [InlineData(
        typeof(DateTimeOffset?),
        "2026-01-31",
        "(x >= DateTimeOffset(\"2026-01-31T00:00:00+08:00\") && x < DateTimeOffset(\"2026-02-01T00:00:00+08:00\"))"
    )]
    [InlineData(typeof(DateTimeOffset), "< 2026-01-31 10:30", "x < DateTimeOffset(\"2026-01-31T10:30:00+08:00\")")]
    [InlineData(typeof(DateTimeOffset), "< 2026-01-31T10:30:00Z", "x < DateTimeOffset(\"2026-01-31T10:30:00+00:00\")")]
    [InlineData(typeof(DateTimeOffset), ">= now - 30d", "x >= now.AddDays(-30)")]
    [InlineData(typeof(DateTimeOffset), ">= 30天前", "x >= now.AddDays(-30)")]
    [InlineData(typeof(DateTimeOffset), "< 12 hours ago", "x < now.AddHours(-12)")]
    [InlineData(typeof(DateTimeOffset), "[now - 60d..now]", "(x >= now.AddDays(-60) && x <= now)")]
    [InlineData(typeof(DateTimeOffset), "<= contact.JoinedAt + 1d12h", "x <= contact.JoinedAt.AddHours(36)")]
    [InlineData(typeof(DateTime), "2026-01-31T08:00", "x == DateTime(\"2026-01-31T08:00:00\")")]
    [InlineData(typeof(DateOnly), "<= 2026-01-31", "x <= DateOnly(\"2026-01-31\")")]
    // durations
    [InlineData(typeof(TimeSpan), "<= 30d", "x <= TimeSpan(\"30.00:00:00\")")]
    [InlineData(
        typeof(TimeSpan),
        "[1小时..1天12小时]",
        "(x >= TimeSpan(\"01:00:00\") && x <= TimeSpan(\"1.12:00:00\"))"
    )]
    [InlineData(typeof(TimeSpan), "> PT90S", "x > TimeSpan(\"00:01:30\")")]
    // lists
    [InlineData(typeof(IReadOnlyCollection<string>), "vip", "x.Contains(\"vip\")")]
    [InlineData(
        typeof(IReadOnlyCollection<string>),
        "\"vip\" and not(\"lost\")",
        "(x.Contains(\"vip\") && !(x.Contains(\"lost\")))"
    )]
    public void Cell_InColumn_IsCondition(Type type, string cell, string? condition)
    {
        var column = new InputColumn("x", "x", type);

        Assert.Equal(condition, new CellLambda(column, Zone, cell).Write(CellReader.Read(cell, column.Kind)));
    }

    [Theory]
    [InlineData(typeof(int), "abc", TableDiagnosticCodes.CellType, 0, 3, "x is a whole number, and 'abc' is text.")]
    [InlineData(
        typeof(int),
        ">= \"5\"",
        TableDiagnosticCodes.CellType,
        3,
        3,
        "x is a whole number, and '\"5\"' is text."
    )]
    [InlineData(
        typeof(int),
        ">= 2026-01-01",
        TableDiagnosticCodes.CellType,
        3,
        10,
        "x is a whole number, and '2026-01-01' is a date."
    )]
    [InlineData(
        typeof(int),
        "null",
        TableDiagnosticCodes.CellType,
        0,
        4,
        "x always has a value, and 'null' never matches."
    )]
    [InlineData(
        typeof(string),
        "> \"a\"",
        TableDiagnosticCodes.CellType,
        2,
        3,
        "x is text and has no order; '>' compares numbers and dates."
    )]
    [InlineData(typeof(bool), "maybe", TableDiagnosticCodes.CellType, 0, 5, "x is true or false, and 'maybe' is text.")]
    [InlineData(
        typeof(DateTimeOffset),
        "soon",
        TableDiagnosticCodes.CellType,
        0,
        4,
        "x is a date with a time, and 'soon' is text."
    )]
    [InlineData(
        typeof(DateTimeOffset),
        "> 30d",
        TableDiagnosticCodes.CellType,
        2,
        3,
        "x is a date with a time, and '30d' is a duration."
    )]
    [InlineData(
        typeof(int),
        "2.5",
        TableDiagnosticCodes.CellMatchesNothing,
        0,
        3,
        "x is a whole number and never equals 2.5."
    )]
    [InlineData(
        typeof(int),
        "[5..2]",
        TableDiagnosticCodes.CellMatchesNothing,
        0,
        6,
        "The range ends before it begins."
    )]
    [InlineData(typeof(int), "[2..4", TableDiagnosticCodes.CellSyntax, 5, 0, null)]
    [InlineData(typeof(int), "[2", TableDiagnosticCodes.CellSyntax, 2, 0, null)]
    [InlineData(typeof(int), "not(2", TableDiagnosticCodes.CellSyntax, 5, 0, null)]
    [InlineData(typeof(int), ">=", TableDiagnosticCodes.CellSyntax, 2, 0, null)]
    [InlineData(typeof(int), "1,", TableDiagnosticCodes.CellSyntax, 2, 0, null)]
    [InlineData(typeof(int), ">= 1,000", TableDiagnosticCodes.CellSyntax, 3, 5, "'1,000' could be one number or two.")]
    [InlineData(typeof(string), "\"SH", TableDiagnosticCodes.CellSyntax, 0, 1, "The quotation mark is never closed.")]
    [InlineData(typeof(string), "\"SH\" x", TableDiagnosticCodes.CellSyntax, 5, 1, "'x' is not expected here.")]
    public void Cell_Wrong_SaysWhatAndWhere(Type type, string cell, string code, int start, int length, string? message)
    {
        var column = new InputColumn("x", "x", type);

        var mistake = Assert
            .Throws<CellException>(() => new CellLambda(column, Zone, cell).Write(CellReader.Read(cell, column.Kind)))
            .ToDiagnostic("B3");

        Assert.Equal(
            (code, "B3", start, length),
            (mistake.Code, mistake.Path, mistake.Span!.Start, mistake.Span.Length)
        );
        Assert.Equal(message ?? mistake.Message, mistake.Message);
        Assert.NotNull(mistake.Remedy);
    }

    [Fact]
    public void Cell_AnyText_IsATestOrAMistake()
    {
        var letters = "0159.,;-+<>=!()[]{}\"'“”，；（）【】＞＝…~至且非 空前天dhnotandcw至".ToCharArray();
        var random = new Random(7);
        for (var run = 0; run < 30_000; run++)
        {
            var cell = new string(random.GetItems(letters, random.Next(0, 12)));
            foreach (var kind in Enum.GetValues<ValueKind>())
            {
                try
                {
                    Assert.NotNull(CellReader.Read(cell, kind));
                }
                catch (CellException mistake)
                {
                    Assert.InRange(mistake.ToDiagnostic("A1").Span!.End, 0, cell.Length);
                }
            }
        }
    }
}
