using Workflows.Expressions.Tests.Cases;

namespace Workflows.Expressions.Tests.Scripting;

public sealed class JavaScriptCaseTests
{
    public static TheoryData<CaseRow> Table => CaseTable.Read("Scripting/javascript.cases");

    [Theory]
    [MemberData(nameof(Table))]
    public void JavaScript_TableRow_AnswersAsWritten(CaseRow row) => Assert.Equal(row.Expected, Answer(row.Text));

    internal static string Answer(string text) =>
        CaseTable.Answer(Expression.Compile(text, Notation.JavaScript, globals: Values.Globals), Values.Scope);
}
