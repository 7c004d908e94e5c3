namespace Workflows.Expressions.Diagnostics;

/// <summary>Says diagnostics of expressions in the reader's language.</summary>
public static class ExpressionMessages
{
    private static readonly Lazy<MessageTable> Chinese = new(() =>
        MessageTable.Embedded((typeof(ExpressionMessages).Assembly, "expressions-zh.txt"))
    );

    /// <summary>A message in a language; as it is where the table does not know it.</summary>
    public static string In(string message, Language language) =>
        language == Language.Chinese
            ? Chinese.Value.Translate(message, held => In(held, language)) ?? message
            : message;
}
