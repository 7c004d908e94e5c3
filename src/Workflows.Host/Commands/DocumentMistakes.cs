using Workflows.Expressions.Diagnostics;
using Workflows.Host.Api;

namespace Workflows.Host.Commands;

/// <summary>How commands speak of what is wrong with a document.</summary>
internal static class DocumentMistakes
{
    /// <summary>
    /// Refuses a document that a command needs and cannot use: the first error, how many more there are, and where to see them all.
    /// </summary>
    /// <param name="path">The document.</param>
    /// <param name="diagnostics">What is to be said about it.</param>
    /// <param name="language">The language of the reader.</param>
    /// <param name="hint">What else may help.</param>
    /// <exception cref="BadInputException">There is an error among the diagnostics.</exception>
    public static void ThrowIfAny(
        string path,
        IEnumerable<Diagnostic> diagnostics,
        Language language = Language.English,
        string hint = ""
    )
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        if (errors.Length > 0)
        {
            var more = errors.Length > 1 ? More(path, errors.Length, language) : "";
            throw new BadInputException($"{path}: {Line(errors[0], language)}{more}{hint}");
        }
    }

    /// <summary>A diagnostic in one line, in the reader's language.</summary>
    public static string Line(Diagnostic diagnostic, Language language = Language.English)
    {
        var said = ProblemTexts.In(diagnostic, language);
        var place = (said.PathName ?? said.Path) is { Length: > 0 } where ? $"{where}: " : "";
        var remedy = said.Remedy is { } advice ? $" {advice}" : "";
        var source = said.Source is { } demand ? $" [{demand}]" : "";
        return $"{place}{Severity(said.Severity, language)} {said.Code}: {said.Message}{remedy}{source}";
    }

    private static string Severity(DiagnosticSeverity severity, Language language) =>
        (severity, language) switch
        {
            (DiagnosticSeverity.Error, Language.Chinese) => "错误",
            (DiagnosticSeverity.Error, _) => "error",
            (_, Language.Chinese) => "警告",
            _ => "warning",
        };

    private static string More(string path, int count, Language language) =>
        language == Language.Chinese
            ? $"（共 {count} 个错误；用 ./run validate {path} 查看全部）"
            : $" ({count} errors; './run validate {path}' lists them all)";
}
