using System.Linq.Expressions;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Lambda;

/// <summary>C#-like text over typed inputs, parsed to an expression tree that only reaches what the allow-list admits.</summary>
public static class LambdaNotation
{
    /// <summary>Parses lambda text against named, typed parameters.</summary>
    /// <param name="text">The text, such as <c>contact.PaidOrderCount &gt;= 2</c>; names are found whatever their case.</param>
    /// <param name="parameters">The inputs; each has a name.</param>
    /// <param name="resultType">The type the value must convert to; null leaves it to the text.</param>
    /// <param name="limits">What the text may cost; <see cref="ExpressionLimits.Default"/> unless given.</param>
    /// <param name="customTypes">Types whose public members and static methods the text may use besides the built-in ones.</param>
    /// <returns>A tree over exactly these parameters, or all diagnostics.</returns>
    public static LambdaCompilation Parse(
        string text,
        IReadOnlyList<ParameterExpression> parameters,
        Type? resultType = null,
        ExpressionLimits? limits = null,
        IReadOnlyCollection<Type>? customTypes = null
    ) => LambdaCompilation.Failed(new Diagnostic(DiagnosticCodes.NotSupported, "Not here yet."));

    internal static ExpressionCompilation Compile(string text, InputShape? shape, ExpressionLimits limits) =>
        ExpressionCompilation.Failed(new Diagnostic(DiagnosticCodes.NotSupported, "Not here yet."));
}
