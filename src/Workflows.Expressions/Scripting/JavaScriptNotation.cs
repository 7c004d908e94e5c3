using System.Text.RegularExpressions;
using Acornima;
using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Scripting;

/// <summary>JavaScript through Jint: parsed once, run in an engine of its own each time, within the limits.</summary>
/// <remarks>A fresh engine costs some 15 µs and means that no script can leave anything behind for another one.</remarks>
internal static class JavaScriptNotation
{
    public static ExpressionCompilation Compile(string text, ExpressionLimits limits, ScriptGlobals globals)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return ExpressionCompilation.Failed(new Diagnostic(DiagnosticCodes.Empty, "There is no expression."));
        }

        if (ScriptNesting.Check(text, limits) is { } tooDeep)
        {
            return ExpressionCompilation.Failed(tooDeep);
        }

        var script = Prepare(text, limits, out var diagnostic);
        if (diagnostic is not null)
        {
            return ExpressionCompilation.Failed(diagnostic);
        }

        if (script.ReferencedGlobals!.FirstOrDefault(ScriptEngines.IsRemoved) is { } removed)
        {
            return ExpressionCompilation.Failed(
                new Diagnostic(
                    DiagnosticCodes.NotAllowed,
                    $"'{removed}' is not available in scripts.",
                    Span: new SourceSpan(Math.Max(0, text.IndexOf(removed, StringComparison.Ordinal)), removed.Length)
                )
            );
        }

        if (ScriptNodes.Check(script.Program!, limits) is { } refused)
        {
            return ExpressionCompilation.Failed(refused);
        }

        var engines = new ScriptEngines(text, script, limits, globals);
        return ExpressionCompilation.Of(text, Notation.JavaScript, scope => Run(text, script, engines, scope, limits));
    }

    private static Prepared<Script> Prepare(string text, ExpressionLimits limits, out Diagnostic? diagnostic)
    {
        diagnostic = null;
        var options = new ScriptPreparationOptions
        {
            CollectReferencedGlobals = true,
            ParsingOptions = new ScriptParsingOptions
            {
                AllowReturnOutsideFunction = true,
                RegexTimeout = limits.RegexTimeout,
                Tolerant = false,
            },
        };
        try
        {
            // A text that is one object literal would be read as a block of statements.
            return text.AsSpan().TrimStart().StartsWith("{") && TryPrepare($"({text})", options) is { } literal
                ? literal
                : Engine.PrepareScript(text, options: options);
        }
        catch (ScriptPreparationException exception)
        {
            diagnostic = Explain(exception, text);
            return default;
        }
    }

    private static Prepared<Script>? TryPrepare(string text, ScriptPreparationOptions options)
    {
        try
        {
            return Engine.PrepareScript(text, options: options);
        }
        catch (ScriptPreparationException)
        {
            return null;
        }
    }

    private static Diagnostic Explain(ScriptPreparationException exception, string text)
    {
        if (exception.InnerException is not ParseErrorException { Error: { } error })
        {
            var isTooDeep = exception.Message.Contains("nesting", StringComparison.OrdinalIgnoreCase);
            return new Diagnostic(isTooDeep ? DiagnosticCodes.TooLarge : DiagnosticCodes.Syntax, exception.Message);
        }

        var at = Math.Clamp(error.Index, 0, text.Length);
        var code = at >= text.TrimEnd().Length ? DiagnosticCodes.UnexpectedEnd : DiagnosticCodes.Syntax;
        return new Diagnostic(code, $"{error.Description}.", Span: new SourceSpan(at, at < text.Length ? 1 : 0));
    }

    private static object? Run(
        string text,
        Prepared<Script> script,
        ScriptEngines engines,
        Scope scope,
        ExpressionLimits limits
    )
    {
        try
        {
            var engine = engines.Create(scope);
            var value = engine.Evaluate(script);
            return new ScriptValues(engine, scope, limits).FromScript(Settled(value));
        }
        catch (JavaScriptException exception) when (!IsLimit(exception))
        {
            throw new ExpressionException(
                DiagnosticCodes.EvaluationFailed,
                exception.Message,
                SpanOf(exception, text),
                exception
            );
        }
        catch (Exception exception) when (ReasonOf(exception, limits) is { } reason)
        {
            throw new ExpressionException(
                DiagnosticCodes.LimitReached,
                $"The script was stopped: {reason}.",
                innerException: exception
            );
        }
    }

    // Nothing happens outside the script: a promise that is still open when it ends stays so, and is not waited for.
    private static JsValue Settled(JsValue value)
    {
        try
        {
            return value.UnwrapIfPromise(new CancellationToken(canceled: true));
        }
        catch (Exception exception) when (exception is ExecutionCanceledException or OperationCanceledException)
        {
            throw new ExpressionException("The script answers with a promise that nothing keeps.", exception);
        }
    }

    // The engine's own bounds, which a script sees as errors.
    private static bool IsLimit(JavaScriptException exception) =>
        exception.Message is "Maximum call stack size exceeded" or "Invalid string length";

    private static string? ReasonOf(Exception exception, ExpressionLimits limits) =>
        exception switch
        {
            StatementsCountOverflowException => $"it ran more than {limits.MaxSteps} statements",
            MemoryLimitExceededException =>
                $"it needs more than {limits.MaxMemory} bytes or {limits.MaxSteps} elements",
            RecursionDepthOverflowException => $"its functions call each other more than {limits.MaxDepth} deep",
            JavaScriptException => "it builds a text or a nesting without end",
            RegexMatchTimeoutException => "a regular expression took too long",
            ExecutionCanceledException or TimeoutException => $"it took longer than {limits.Timeout.TotalSeconds} s",
            _ => null,
        };

    private static SourceSpan? SpanOf(JavaScriptException exception, string text)
    {
        var start = exception.Location.Start;
        var at = 0;
        for (var line = 1; line < start.Line; line++)
        {
            at = text.IndexOf('\n', at) + 1;
            if (at == 0)
            {
                return null;
            }
        }

        return start.Line == 0 || at + start.Column > text.Length ? null : new SourceSpan(at + start.Column, 1);
    }
}
