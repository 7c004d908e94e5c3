using System.Linq.Expressions;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Lambda.Mistakes;

/// <summary>A part of a text, parsed for itself: its type, or what the parser says about it.</summary>
internal readonly record struct PartTyping(Type? Type, bool IsNull, Diagnostic? Mistake)
{
    public static PartTyping Of(LambdaCompilation compilation) =>
        compilation.Lambda is { } lambda
            ? new(lambda.ReturnType, lambda.Body is ConstantExpression { Value: null }, null)
            : new(null, false, compilation.Diagnostics[0]);
}
