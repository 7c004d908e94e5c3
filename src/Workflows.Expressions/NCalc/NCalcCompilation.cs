using System.Diagnostics.CodeAnalysis;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.NCalc;

/// <summary>What came of compiling a formula: the formula, or what is wrong with its text.</summary>
/// <param name="Formula">The formula; null when a diagnostic is an error.</param>
/// <param name="Diagnostics">What is wrong, with its place.</param>
public sealed record NCalcCompilation(NCalcFormula? Formula, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is a formula to evaluate.</summary>
    [MemberNotNullWhen(true, nameof(Formula))]
    public bool Succeeded => Formula is not null;

    internal static NCalcCompilation Failed(Diagnostic diagnostic) => new(null, [diagnostic]);

    internal static NCalcCompilation Of(NCalcFormula formula) => new(formula, []);
}
