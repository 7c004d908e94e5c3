using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys.Cases;
using Workflows.Rules.Cases;

namespace Workflows.Marketing.Templates;

/// <summary>What came of trying a template.</summary>
/// <param name="Name">The template's name.</param>
/// <param name="Journey">The cases of its journey; empty when it cannot be used.</param>
/// <param name="Rules">The cases of its rule sets; empty when it cannot be used.</param>
/// <param name="Diagnostics">What is wrong with it, and warnings.</param>
public sealed record TemplateTrialReport(
    string Name,
    IReadOnlyList<JourneyCaseResult> Journey,
    IReadOnlyList<RuleCaseResult> Rules,
    IReadOnlyList<Diagnostic> Diagnostics
)
{
    /// <summary>How many cases passed.</summary>
    public int Passed => Journey.Count(result => result.Passed) + Rules.Count(result => result.Passed);

    /// <summary>How many cases failed; one where the template cannot be used at all.</summary>
    public int Failed => Journey.Count + Rules.Count == 0 ? 1 : Journey.Count + Rules.Count - Passed;

    /// <summary>Whether the template is fit to be shipped.</summary>
    public bool Succeeded =>
        Failed == 0 && Diagnostics.All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);
}
