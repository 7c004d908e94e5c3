using Workflows.Expressions.Diagnostics;

namespace Workflows.Host.Documents;

/// <summary>A document and everything that is wrong with it.</summary>
internal sealed record CheckedDocument(Document Document, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether it can be published.</summary>
    public bool IsValid => Diagnostics.All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);
}
