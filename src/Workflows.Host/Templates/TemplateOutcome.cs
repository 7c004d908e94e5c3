using Workflows.Expressions.Diagnostics;

namespace Workflows.Host.Templates;

/// <summary>What came of installing a template.</summary>
/// <param name="Installed">What was installed, a line each; null when nothing was.</param>
/// <param name="Diagnostics">Why not, or what is to be said about it.</param>
/// <param name="IsConflict">Whether something is there under the same names.</param>
internal sealed record TemplateOutcome(
    IReadOnlyList<string>? Installed,
    IReadOnlyList<Diagnostic> Diagnostics,
    bool IsConflict = false
)
{
    public static TemplateOutcome Refused(IReadOnlyList<Diagnostic> diagnostics) => new(null, diagnostics);
}
