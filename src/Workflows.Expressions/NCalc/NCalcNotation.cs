using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.NCalc;

internal static class NCalcNotation
{
    public static ExpressionCompilation Compile(string text, ExpressionLimits limits) =>
        ExpressionCompilation.Failed(new Diagnostic(DiagnosticCodes.NotSupported, "Not here yet."));
}
