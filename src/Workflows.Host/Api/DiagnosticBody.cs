using Workflows.Expressions.Diagnostics;

namespace Workflows.Host.Api;

/// <summary>A diagnostic as the API and <c>--json</c> show it.</summary>
/// <param name="Code">Stable code of the kind of mistake.</param>
/// <param name="Severity"><c>Error</c> or <c>Warning</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Path">JSON path or activity id, where it is known.</param>
/// <param name="Start">Offset in the expression's text, in UTF-16 units.</param>
/// <param name="Length">Length of the wrong part, in UTF-16 units.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Source">Where the demand comes from that is not met: a requirement, a law, a platform.</param>
/// <param name="PathName">What people call the place, such as the title of a block.</param>
internal sealed record DiagnosticBody(
    string Code,
    DiagnosticSeverity Severity,
    string Message,
    string? Path,
    int? Start,
    int? Length,
    string? Remedy,
    string? Source = null,
    string? PathName = null
)
{
    // A name in the message is translated by what the diagnostic knows of it.
    private Diagnostic? _said;

    public static DiagnosticBody From(Diagnostic diagnostic) =>
        new(
            diagnostic.Code,
            diagnostic.Severity,
            diagnostic.Message,
            diagnostic.Path,
            diagnostic.Span?.Start,
            diagnostic.Span?.Length,
            diagnostic.Remedy,
            diagnostic.Source,
            diagnostic.PathName
        )
        {
            _said = diagnostic,
        };

    /// <summary>The diagnostic with its message and remedy in a language.</summary>
    public DiagnosticBody In(Language language) => _said is { } said ? From(ProblemTexts.In(said, language)) : this;
}
