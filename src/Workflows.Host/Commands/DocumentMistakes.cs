using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;

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
            var more = errors.Length > 1 ? $" ({errors.Length} errors; './run validate {path}' lists them all)" : "";
            throw new BadInputException($"{path}: {Line(JourneyMessages.In(errors[0], language))}{more}{hint}");
        }
    }

    /// <summary>A diagnostic in one line.</summary>
    public static string Line(Diagnostic diagnostic)
    {
        var place = diagnostic.Path is { Length: > 0 } path ? $"{path}: " : "";
        var severity = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        var remedy = diagnostic.Remedy is { } advice ? $" {advice}" : "";
        var source = diagnostic.Source is { } demand ? $" [{demand}]" : "";
        return $"{place}{severity} {diagnostic.Code}: {diagnostic.Message}{remedy}{source}";
    }
}
