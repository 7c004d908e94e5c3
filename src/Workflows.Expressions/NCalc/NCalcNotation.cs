using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Syntax;

namespace Workflows.Expressions.NCalc;

/// <summary>NCalc formulas: our parser, our tree, compiled to functions; answers as NCalc gives them.</summary>
internal static class NCalcNotation
{
    public static ExpressionCompilation Compile(string text, ExpressionLimits limits, ScriptGlobals globals)
    {
        var compilation = NCalcFormula.Compile(text, NCalcDialect.Default, limits, globals);
        if (compilation.Formula is not { Root: { } root } formula)
        {
            return ExpressionCompilation.Failed(compilation.Diagnostics);
        }

        var diagnostics = root.DescendantsAndSelf()
            .OfType<Node.Call>()
            .Select(call => Check(call, globals))
            .OfType<Diagnostic>()
            .ToList();
        return diagnostics.Count == 0
            ? ExpressionCompilation.Of(text, Notation.NCalc, formula.Evaluate)
            : ExpressionCompilation.Failed(diagnostics);
    }

    // The original finds these out when it runs; an author wants to know before.
    private static Diagnostic? Check(Node.Call call, ScriptGlobals globals)
    {
        if (globals.Functions.ContainsKey(call.Name))
        {
            return null;
        }

        if (NCalcFunctions.Find(call.Name, NCalcDialect.Default) is { } function)
        {
            return function.Accepts(call.Arguments.Count)
                ? null
                : new Diagnostic(DiagnosticCodes.TypeMismatch, function.Requirement, Span: call.Span);
        }

        var similar = NCalcFunctions.Names.FirstOrDefault(name =>
            name.Equals(call.Name, StringComparison.OrdinalIgnoreCase)
        );
        return new Diagnostic(
            DiagnosticCodes.UnknownFunction,
            $"There is no function '{call.Name}'.",
            Span: new SourceSpan(call.Span.Start, call.Name.Length),
            Remedy: similar is null ? null : $"Did you mean '{similar}'?"
        );
    }
}
