using System.Linq.Expressions;

namespace Workflows.Storage.Segments;

/// <summary>A value that a query takes as a parameter, so that the next question of the kind finds its plan ready.</summary>
/// <remarks>Two of the same value are equal: the same comparison is asked once.</remarks>
internal sealed record Captured<T>(T Value)
{
    public static Expression Of(T value) =>
        Expression.Property(Expression.Constant(new Captured<T>(value)), nameof(Value));
}
