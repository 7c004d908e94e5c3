using Workflows.Expressions.Tests.Cases;

namespace Workflows.Expressions.Tests.Scripting;

public sealed class LiquidCaseTests
{
    public static TheoryData<CaseRow> Table => CaseTable.Read("Scripting/liquid.cases");

    [Theory]
    [MemberData(nameof(Table))]
    public void Liquid_TableRow_AnswersAsWritten(CaseRow row) => Assert.Equal(row.Expected, Answer(row.Text));

    internal static string Answer(string text) =>
        CaseTable.Answer(Expression.Compile(text, Notation.Liquid, globals: Values.Globals), Values.Scope);
}
