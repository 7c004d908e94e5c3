using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Rules.Compilation;

/// <summary>Tells failures of an expression from those of our own limits, of which the judge knows nothing.</summary>
internal static class Limits
{
    public static bool AreReached(Exception exception) =>
        exception is ExpressionException { Code: DiagnosticCodes.LimitReached };
}
