using Workflows.Expressions.Tests.Cases;

namespace Workflows.Expressions.Tests.NCalc;

public sealed class NCalcCaseTests
{
    private static readonly Scope Values = MapScope.Of(
        ("orders", 3),
        ("total", 250.75m),
        ("city", "上海"),
        ("客户", "Wang"),
        ("tags", new List<string> { "vip", "new" }),
        ("nothing", null),
        ("joined", new DateTime(2023, 6, 1)),
        ("rate", 0.1),
        ("nested", Expression.Compile("orders * 2", Notation.NCalc).Expression)
    );

    private static readonly ScriptGlobals Globals = ScriptGlobals.Empty.With(
        "Triple",
        (_, arguments) => 3 * Convert.ToInt32(arguments[0])
    );

    public static TheoryData<CaseRow> Table => CaseTable.Read("NCalc/ncalc.cases");

    [Theory]
    [MemberData(nameof(Table))]
    public void NCalc_TableRow_AnswersAsWritten(CaseRow row) => Assert.Equal(row.Expected, Answer(row.Text));

    internal static string Answer(string text) =>
        CaseTable.Answer(Expression.Compile(text, Notation.NCalc, globals: Globals), Values);
}
