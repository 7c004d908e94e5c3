using Workflows.Expressions.Diagnostics;
using Workflows.Host.Api;
using Workflows.Host.Documents;

namespace Workflows.Host.Commands;

/// <summary>One document of a <see cref="ValidationReport"/>.</summary>
internal sealed record ValidatedDocument(
    string File,
    DocumentKind Kind,
    bool Valid,
    IReadOnlyList<DiagnosticBody> Diagnostics
)
{
    public static ValidatedDocument From(CheckedDocument document, Language language) =>
        new(
            document.Document.Path,
            document.Document.Kind,
            document.IsValid,
            [.. document.Diagnostics.Select(found => DiagnosticBody.From(found).In(language))]
        );
}
