using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Cases.Coverage;

namespace Workflows.Rules.Cases;

/// <summary>What came of all cases of one rule set.</summary>
/// <param name="Name">The rule set's name, or the folder where it could not be read.</param>
/// <param name="Results">One result a case, in the file's order; empty when the files cannot be used.</param>
/// <param name="Diagnostics">Why the files cannot be used; empty when they can. Paths start with the file's name.</param>
public sealed record RuleCaseReport(
    string Name,
    IReadOnlyList<RuleCaseResult> Results,
    IReadOnlyList<Diagnostic> Diagnostics
)
{
    /// <summary>What the cases leave untried; null when the files cannot be used.</summary>
    public RuleCoverage? Coverage { get; init; }

    /// <summary>The number of cases that agree.</summary>
    public int Passed => Results.Count(result => result.Passed);

    /// <summary>The number of cases that do not agree.</summary>
    public int Failed => Results.Count - Passed;

    /// <summary>Whether every case agrees and both files can be used.</summary>
    public bool Succeeded => Failed == 0 && Diagnostics.All(found => found.Severity != DiagnosticSeverity.Error);
}
