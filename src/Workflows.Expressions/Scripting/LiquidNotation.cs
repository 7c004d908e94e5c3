using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Scripting;

internal static class LiquidNotation
{
    public static ExpressionCompilation Compile(string text, ExpressionLimits limits, ScriptGlobals globals) =>
        ExpressionCompilation.Failed(new Diagnostic(DiagnosticCodes.NotSupported, "Not here yet."));
}
