using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.NCalc;

/// <summary>Carries a diagnostic out of the parser's recursion; it never leaves this room.</summary>
internal sealed class NCalcSyntaxException(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
