using Microsoft.AspNetCore.Mvc;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;

namespace Workflows.Host.Api;

/// <summary>Says what the API refuses in the reader's language, wherever a refusal was made.</summary>
internal static class ProblemTexts
{
    /// <summary>The member of problem details that lists an author's mistakes.</summary>
    public const string Diagnostics = "diagnostics";

    private static readonly Lazy<MessageTable> Chinese = new(() =>
        MessageTable.Embedded((typeof(ProblemTexts).Assembly, "problems-zh.txt"))
    );

    /// <summary>A sentence in a language; as it is where it has no translation.</summary>
    public static string In(string text, Language language) => In(new Diagnostic("", text), language).Message;

    /// <summary>A diagnostic with its message and remedy in a language.</summary>
    public static Diagnostic In(Diagnostic diagnostic, Language language)
    {
        if (language == Language.English)
        {
            return diagnostic;
        }

        var said = JourneyMessages.In(diagnostic, language);
        return said with
        {
            Message = Own(diagnostic.Message) ?? said.Message,
            Remedy = diagnostic.Remedy is { } remedy ? Own(remedy) ?? said.Remedy : null,
        };
    }

    /// <summary>Puts everything that people read of a problem into a language.</summary>
    public static void Translate(ProblemDetails problem, Language language)
    {
        problem.Title = problem.Title is { } title ? In(title, language) : null;
        problem.Detail = problem.Detail is { } detail ? In(detail, language) : null;
        if (problem.Extensions.TryGetValue(Diagnostics, out var listed) && listed is DiagnosticBody[] found)
        {
            DiagnosticBody[] said = [.. found.Select(one => one.In(language))];
            problem.Extensions[Diagnostics] = said;
            // What stands in the way is a conflict's detail.
            problem.Detail ??=
                problem.Status == StatusCodes.Status409Conflict
                    ? string.Join(' ', said.Select(one => one.Message))
                    : null;
        }
    }

    // What a place holds is mostly a name that somebody gave, and stays.
    private static string? Own(string text) => Chinese.Value.Translate(text);
}
