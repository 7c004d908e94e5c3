using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Host.Api;

/// <summary>The answer to a document that could be published.</summary>
/// <param name="Diagnostics">Warnings; there is no error.</param>
internal sealed record DocumentChecked(IReadOnlyList<DiagnosticBody> Diagnostics)
{
    /// <summary>200 with the warnings, or 422 with everything.</summary>
    public static Results<Ok<DocumentChecked>, ProblemHttpResult> Answer(
        IReadOnlyList<Diagnostic> diagnostics,
        Language language
    ) =>
        diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            ? Problems.From(diagnostics)
            : TypedResults.Ok(
                new DocumentChecked([.. diagnostics.Select(found => DiagnosticBody.From(found).In(language))])
            );
}
