using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Tests.Diagnostics;

public sealed class DiagnosticPrinterTests
{
    [Fact]
    public void Print_ChineseBeforeTheMistake_CaretStandsUnderIt()
    {
        var text = "城市 == '上海' && missing )";
        var diagnostic = Expression.Compile(text, Notation.Lambda, InputShape.Of(("城市", typeof(string)))).Diagnostics[
            0
        ];

        Assert.Equal(
            "error EXP003: ')' closes nothing.\n"
                + "  1 | 城市 == '上海' && missing )\n"
                + "      "
                + new string(' ', 26)
                + "^",
            DiagnosticPrinter.Print(diagnostic, text)
        );
    }

    [Fact]
    public void Print_ChineseMistake_CaretsCoverBothColumnsOfEachCharacter()
    {
        var diagnostic = new Diagnostic(
            "EXP004",
            "Unknown.",
            Path: "$.rules[0]",
            Span: new SourceSpan(4, 2),
            Remedy: "Look again."
        );

        Assert.Equal(
            "$.rules[0]: error EXP004: Unknown.\n  1 | 1 + 城市\n          ^^^^\n  Look again.",
            DiagnosticPrinter.Print(diagnostic, "1 + 城市")
        );
    }

    [Fact]
    public void Print_SecondLine_ShowsThatLineWithItsNumber() =>
        Assert.Equal(
            "error EXP001: Wrong.\n  2 | 上 b\n         ^",
            DiagnosticPrinter.Print(new Diagnostic("EXP001", "Wrong.", Span: new SourceSpan(4, 1)), "a\n上 b\nc")
        );

    [Theory]
    [InlineData("abc", 2, 1, 3)]
    [InlineData("上海b", 2, 1, 5)]
    [InlineData("a\n上b", 3, 2, 3)]
    [InlineData("\tb", 1, 1, 5)]
    [InlineData("e\u0301b", 2, 1, 2)]
    [InlineData("😀b", 2, 1, 3)]
    [InlineData("ｶﾞb", 2, 1, 3)]
    [InlineData("Ａb", 1, 1, 3)]
    [InlineData("abc", 99, 1, 4)]
    public void Locate_AnyText_CountsDisplayColumns(string text, int offset, int line, int column) =>
        Assert.Equal((line, column), DiagnosticPrinter.Locate(text, offset));

    [Fact]
    public void Print_WithoutSource_IsTheMessageAlone() =>
        Assert.Equal(
            "warning W1: Careful.",
            DiagnosticPrinter.Print(
                new Diagnostic("W1", "Careful.", Span: new SourceSpan(0, 1), Severity: DiagnosticSeverity.Warning)
            )
        );
}
