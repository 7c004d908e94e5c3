using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DotLiquid;
using DotLiquid.Exceptions;
using Workflows.Expressions.Diagnostics;
using ArgumentException = System.ArgumentException;

namespace Workflows.Expressions.Scripting;

/// <summary>Liquid templates through DotLiquid: parsed once, rendered within the limits, names as written.</summary>
internal static class LiquidNotation
{
    private const SyntaxCompatibility Dialect = SyntaxCompatibility.DotLiquid22a;

    // DotLiquid keeps its tags and its regular-expression limit for the whole process; nothing else here uses it.
    static LiquidNotation()
    {
        // The library registers its tags and filters when this type is first touched; ours must come after.
        RuntimeHelpers.RunClassConstructor(typeof(Liquid).TypeHandle);
        Template.RegisterTag<BoundedCapture>("capture");
        Template.RegisterTag<BoundedFor>("for");
        Template.RegisterFilter(typeof(BoundedFilters));
        Template.RegexTimeOut = ExpressionLimits.Default.Timeout;
    }

    public static ExpressionCompilation Compile(string text, ExpressionLimits limits, ScriptGlobals globals)
    {
        if (LiquidShape.Check(text, limits) is { } diagnostic)
        {
            return ExpressionCompilation.Failed(diagnostic);
        }

        try
        {
            var template = Template.Parse(text, Dialect);
            template.MakeThreadSafe();
            var plain = PlainTemplate.Read(text);
            return ExpressionCompilation.Of(
                text,
                Notation.Liquid,
                scope =>
                {
                    var roots = new LiquidRoots(globals, scope);
                    return plain?.Render(roots, limits.MaxTextLength) ?? Render(template, roots, limits);
                }
            );
        }
        catch (Exception exception) when (IsAuthors(exception))
        {
            return ExpressionCompilation.Failed(
                new Diagnostic(
                    DiagnosticCodes.Syntax,
                    exception.Message,
                    Span: LiquidShape.Find(text, exception.Message)
                )
            );
        }
    }

    private static bool IsAuthors(Exception exception) =>
        exception is LiquidException or ArgumentException or RegexMatchTimeoutException;

    private static string Render(Template template, LiquidRoots roots, ExpressionLimits limits)
    {
        using var timeout = new CancellationTokenSource(limits.Timeout);
        var context = new Context(
            environments: [new Hash((_, name) => roots.Find(name))],
            outerScope: [],
            registers: new Hash
            {
                [BoundedWriter.LimitKey] = limits.MaxTextLength,
                [BoundedFor.StepsKey] = (long)limits.MaxSteps,
            },
            errorsOutputMode: ErrorsOutputMode.Rethrow,
            maxIterations: limits.MaxSteps,
            formatProvider: System.Globalization.CultureInfo.InvariantCulture,
            cancellationToken: timeout.Token
        )
        {
            SyntaxCompatibilityLevel = Dialect,
        };
        using var output = new BoundedWriter(limits.MaxTextLength);
        var parameters = RenderParameters.FromContext(context, System.Globalization.CultureInfo.InvariantCulture);
        parameters.ErrorsOutputMode = ErrorsOutputMode.Rethrow;
        try
        {
            template.Render(output, parameters);
            return output.ToString();
        }
        catch (MaximumIterationsExceededException exception)
        {
            throw Stopped($"it went through more than {limits.MaxSteps} iterations.", exception);
        }
        catch (OperationCanceledException exception)
        {
            throw Stopped($"it took longer than {limits.Timeout.TotalSeconds} s.", exception);
        }
    }

    private static ExpressionException Stopped(string reason, Exception exception) =>
        new(DiagnosticCodes.LimitReached, $"The template was stopped: {reason}", innerException: exception);
}
