using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Validation;

namespace Workflows.Marketing.Journeys;

/// <summary>Says what is wrong with journeys, templates, rule documents and expressions in the reader's language.</summary>
public static class JourneyMessages
{
    private static readonly Lazy<MessageTable> Chinese = new(() =>
        MessageTable.Embedded(typeof(JourneyMessages).Assembly, "journey-zh.txt")
    );

    /// <summary>The diagnostic with its message and remedy in a language; English where a message has no translation.</summary>
    public static Diagnostic In(Diagnostic diagnostic, Language language)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        if (language == Language.English)
        {
            return diagnostic;
        }

        var others = diagnostic.In(language);
        return others with
        {
            Message = Chinese.Value.Translate(diagnostic.Message) ?? others.Message,
            Remedy = diagnostic.Remedy is { } remedy ? Chinese.Value.Translate(remedy) ?? others.Remedy : null,
        };
    }
}
