using System.Diagnostics.CodeAnalysis;
using System.Dynamic;
using System.Linq.Expressions;
using System.Reflection;
using Workflows.Expressions.Evaluation;

namespace Workflows.Expressions.Lambda;

/// <summary>Members of values whose shape is known only at run time: dictionaries, JSON, expandos.</summary>
internal static class DynamicMembers
{
    private static readonly MethodInfo ReadMethod = typeof(BoundedCalls).GetMethod(nameof(BoundedCalls.ReadMember))!;

    // The parser binds such members through the dynamic runtime, which sees more than data; ours sees data only.
    public static bool TryRewrite(
        DynamicExpression node,
        [NotNullWhen(true)] out System.Linq.Expressions.Expression? read
    )
    {
        read = node is { Binder: GetMemberBinder binder, Arguments: [var target] }
            ? System.Linq.Expressions.Expression.Call(
                ReadMethod,
                System.Linq.Expressions.Expression.Convert(target, typeof(object)),
                System.Linq.Expressions.Expression.Constant(binder.Name)
            )
            : null;
        return read is not null;
    }

    public static object? Read(object? target, string name)
    {
        if (target is null)
        {
            throw new ExpressionException($"There is no value to read '{name}' from.");
        }

        return ValueMembers.TryRead(target, name, out var value)
            ? PlainJson.Unwrap(value)
            : throw new ExpressionException($"The value has no member '{name}'.");
    }
}
