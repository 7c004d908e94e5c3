using Workflows.Expressions.Syntax;

namespace Workflows.Expressions.NCalc.Steps;

/// <summary>Compares two values; the common pairs of types directly, all others as <see cref="NCalcComparison"/> says.</summary>
internal sealed class ComparisonStep(BinaryOperator operation, NCalcStep left, NCalcStep right, NCalcMath math)
    : NCalcStep
{
    private readonly NCalcComparison _comparison = math.Comparison;
    private readonly bool _isStrict = math.IsStrict;

    public override NCalcValue Evaluate(Scope scope) => NCalcValue.Of(Holds(scope, math));

    public override bool Holds(Scope scope, NCalcMath judge)
    {
        var a = left.Evaluate(scope);
        var b = right.Evaluate(scope);
        if (a.IsInteger && b.IsInteger)
        {
            return IsMet(a.Integer.CompareTo(b.Integer));
        }

        if (!_isStrict)
        {
            if (a.TryDouble(out var x) && b.TryDouble(out var y))
            {
                return IsMet(x, y);
            }

            if (a.TryDecimal(out var m) && b.TryDecimal(out var n))
            {
                return IsMet(m.CompareTo(n));
            }
        }

        return operation switch
        {
            BinaryOperator.Equal => _comparison.AreEqual(a, b),
            BinaryOperator.NotEqual => !_comparison.AreEqual(a, b),
            _ => _comparison.Order(a.ToObject(), b.ToObject()) is { } order && IsMet(order),
        };
    }

    private bool IsMet(double a, double b) =>
        operation switch
        {
            BinaryOperator.Equal => a == b,
            BinaryOperator.NotEqual => a != b,
            BinaryOperator.Less => a < b,
            BinaryOperator.LessOrEqual => a <= b,
            BinaryOperator.Greater => a > b,
            _ => a >= b,
        };

    private bool IsMet(int order) =>
        operation switch
        {
            BinaryOperator.Equal => order == 0,
            BinaryOperator.NotEqual => order != 0,
            BinaryOperator.Less => order < 0,
            BinaryOperator.LessOrEqual => order <= 0,
            BinaryOperator.Greater => order > 0,
            _ => order >= 0,
        };
}
