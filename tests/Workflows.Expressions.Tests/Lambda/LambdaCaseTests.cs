using Workflows.Expressions.Tests.Cases;

namespace Workflows.Expressions.Tests.Lambda;

public sealed class LambdaCaseTests
{
    private static readonly InputShape Shape = InputShape.Of(
        ("contact", typeof(Customer)),
        ("now", typeof(DateTimeOffset)),
        ("count", typeof(int)),
        ("score", typeof(double?)),
        ("city", typeof(string)),
        ("items", typeof(List<int>)),
        ("anything", typeof(object)),
        ("expando", typeof(System.Dynamic.ExpandoObject)),
        ("客户", typeof(string)),
        ("Variables.Total", typeof(decimal)),
        ("Variables.Name", typeof(string)),
        ("Variables.Data", typeof(object)),
        ("Input.N", typeof(int))
    );

    private static readonly Scope Values = MapScope.Of(
        (
            "contact",
            new Customer("Li Lei", 3, DateTimeOffset.Parse("2021-01-01T00:00:00+08:00"), 99.5m, ["vip", "new"])
        ),
        ("now", DateTimeOffset.Parse("2021-01-31T00:00:00+08:00")),
        ("count", 5),
        ("score", null),
        ("city", "上海"),
        ("items", new List<int> { 3, 1, 2 }),
        ("anything", 7L),
        ("expando", new Dictionary<string, object?>(StringComparer.Ordinal) { ["level"] = 4, ["name"] = "x" }),
        ("客户", "Wang"),
        ("Variables.Total", "12.50"),
        ("Variables.Name", "Mei"),
        ("Variables.Data", 41),
        ("Input.N", 6L)
    );

    public static TheoryData<CaseRow> Table => CaseTable.Read("Lambda/lambda.cases");

    [Theory]
    [MemberData(nameof(Table))]
    public void Lambda_TableRow_AnswersAsWritten(CaseRow row) => Assert.Equal(row.Expected, Answer(row.Text));

    internal static string Answer(string text) =>
        CaseTable.Answer(Expression.Compile(text, Notation.Lambda, Shape), Values);
}
