using Acornima.Ast;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Scripting;

/// <summary>Looks at a parsed script: how many nodes it has, and whether all of them are offered here.</summary>
internal static class ScriptNodes
{
    private const int MaxInsertions = 100;

    public static Diagnostic? Check(Node script, ExpressionLimits limits)
    {
        var count = 0;
        var insertions = 0;
        foreach (var node in script.DescendantNodesAndSelf())
        {
            if (limits.RefuseNodes(++count, SpanOf(node)) is { } tooMany)
            {
                return tooMany;
            }

            // All parts of a template are joined in one step, which no limit on memory can interrupt.
            if (node is TemplateLiteral template && (insertions += template.Expressions.Count) > MaxInsertions)
            {
                return new Diagnostic(
                    DiagnosticCodes.TooLarge,
                    $"The script's templates have more than {MaxInsertions} insertions.",
                    Span: SpanOf(node)
                );
            }

            // Generators that resume each other are followed by recursion, past every guard of the engine.
            if (node is IFunction { Generator: true })
            {
                return new Diagnostic(
                    DiagnosticCodes.NotSupported,
                    "Generators are not available.",
                    Span: SpanOf(node),
                    Remedy: "Collect the values in a list."
                );
            }

            // A number of any length can take any time to multiply or to write.
            if (node is BigIntLiteral)
            {
                return new Diagnostic(
                    DiagnosticCodes.NotSupported,
                    "Integers of any length are not available.",
                    Span: SpanOf(node),
                    Remedy: "Leave the 'n' away: numbers are exact up to 9,007,199,254,740,991."
                );
            }
        }

        return null;
    }

    private static SourceSpan SpanOf(Node node) => new(node.Start, node.End - node.Start);
}
