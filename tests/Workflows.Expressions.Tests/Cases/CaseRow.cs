namespace Workflows.Expressions.Tests.Cases;

/// <summary>One line of a case table: a text and the value or diagnostic it leads to.</summary>
public sealed record CaseRow(int Line, string Text, string Expected)
{
    public override string ToString() => $"{Line}: {Text}";
}
