using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Validation;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Journeys;

/// <summary>Says what is wrong with workflows, journeys, templates, rule documents and expressions in the reader's language.</summary>
public static class JourneyMessages
{
    /// <summary>The rooms' words in one table: a general form of one room does not stand before a sentence of another.</summary>
    private static readonly Lazy<MessageTable> Chinese = new(() =>
        MessageTable.Embedded(
            (typeof(JourneyMessages).Assembly, "journey-zh.txt"),
            (typeof(WorkflowCompiler).Assembly, "workflow-zh.txt"),
            (typeof(RuleMessages).Assembly, "rules-zh.txt"),
            (typeof(ExpressionMessages).Assembly, "expressions-zh.txt")
        )
    );

    /// <summary>The diagnostic with its message and remedy in a language; English where a message has no translation.</summary>
    public static Diagnostic In(Diagnostic diagnostic, Language language)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        return language == Language.English
            ? diagnostic
            : diagnostic with
            {
                Message = Translate(diagnostic.Message, diagnostic.Named),
                Remedy = diagnostic.Remedy is { } remedy ? Translate(remedy) : null,
            };
    }

    private static string Translate(string message, (string English, string Chinese)? named = null) =>
        named is { } name && name.English.Equals(message, StringComparison.Ordinal)
            ? name.Chinese
            : Chinese.Value.Translate(message, held => Translate(held, named)) ?? message;
}
