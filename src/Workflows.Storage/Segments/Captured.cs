using System.Linq.Expressions;

namespace Workflows.Storage.Segments;

/// <summary>A value that a query takes as a parameter, so that the next question of the kind finds its plan ready.</summary>
internal sealed class Captured<T>(T value)
{
    public readonly T Value = value;

    public static Expression Of(T value) =>
        Expression.Field(Expression.Constant(new Captured<T>(value)), nameof(Value));
}
