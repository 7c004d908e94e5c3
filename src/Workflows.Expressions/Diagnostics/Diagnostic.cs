namespace Workflows.Expressions.Diagnostics;

/// <summary>One mistake an author made, as a value: where it is, what is wrong and how to put it right.</summary>
/// <param name="Code">A stable code such as <c>EXP001</c>; see <see cref="DiagnosticCodes"/> for those of expressions.</param>
/// <param name="Message">One sentence for the author.</param>
/// <param name="Path">The JSON path or the activity id the mistake belongs to; null for a bare expression.</param>
/// <param name="Span">The place within the expression's text; null where the whole text is meant.</param>
/// <param name="Remedy">One sentence that says what to do, where that is known.</param>
/// <param name="Severity">Whether the document can still be used; <see cref="DiagnosticSeverity.Error"/> unless stated.</param>
public sealed record Diagnostic(
    string Code,
    string Message,
    string? Path = null,
    SourceSpan? Span = null,
    string? Remedy = null,
    DiagnosticSeverity Severity = DiagnosticSeverity.Error
)
{
    /// <summary>Where the demand comes from that is not met: a requirement, a law, a platform; null where it is the format's own.</summary>
    public string? Source { get; init; }

    /// <summary>What people call the place that <see cref="Path"/> names, such as the title of a block; null where the path says it.</summary>
    public string? PathName { get; init; }

    /// <summary>A name in the message that designers show in Chinese, such as that of an input, in both languages; null for none.</summary>
    public (string English, string Chinese)? Named { get; init; }
}
