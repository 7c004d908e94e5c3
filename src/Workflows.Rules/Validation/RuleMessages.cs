using Workflows.Expressions.Diagnostics;

namespace Workflows.Rules.Validation;

/// <summary>Says diagnostics of rule documents and of the expressions in them in the reader's language.</summary>
public static class RuleMessages
{
    private static readonly Lazy<MessageTable> Chinese = new(() =>
        MessageTable.Embedded((typeof(RuleMessages).Assembly, "rules-zh.txt"))
    );

    /// <summary>The diagnostic with its message and remedy in a language; English where a message has no translation.</summary>
    public static Diagnostic In(this Diagnostic diagnostic, Language language)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        return language == Language.English
            ? diagnostic
            : diagnostic with
            {
                Message = Translate(diagnostic.Message),
                Remedy = diagnostic.Remedy is { } remedy ? Translate(remedy) : null,
            };
    }

    private static string Translate(string message) =>
        Chinese.Value.Translate(message, held => ExpressionMessages.In(held, Language.Chinese))
        ?? ExpressionMessages.In(message, Language.Chinese);
}
