namespace Workflows.Expressions.Tests.Cases;

/// <summary>Reads tables of <c>text ⇒ answer</c> lines; <c>//</c> starts a comment line, <c>⏎</c> stands for a line break.</summary>
internal static class CaseTable
{
    private const string Arrow = "⇒";

    public static TheoryData<CaseRow> Read(string path)
    {
        var rows = new TheoryData<CaseRow>();
        var number = 0;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, path)))
        {
            number++;
            if (line.Split(Arrow) is [var text, var expected] && !line.StartsWith("//", StringComparison.Ordinal))
            {
                rows.Add(new CaseRow(number, text.Trim().Replace('⏎', '\n'), expected.Trim()));
            }
        }

        return rows;
    }

    /// <summary>What a text leads to, in the words of the tables.</summary>
    public static string Answer(ExpressionCompilation compilation, Scope scope)
    {
        if (!compilation.Succeeded)
        {
            var first = compilation.Diagnostics[0];
            var place = first.Span is { } span ? $" at {span.Start}+{span.Length}" : "";
            return $"{first.Code}{place}: {first.Message}";
        }

        try
        {
            return Shown.Value(compilation.Expression.Evaluate(scope));
        }
        catch (ExpressionException exception)
        {
            return $"!{exception.Code}: {exception.Message}";
        }
    }
}
