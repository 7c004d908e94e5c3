using Workflows.Expressions.Syntax;

namespace Workflows.Expressions.NCalc.Steps;

/// <summary>Adds, subtracts, multiplies, divides; integers and doubles directly, all others as <see cref="NCalcArithmetic"/> says.</summary>
internal sealed class ArithmeticStep(BinaryOperator operation, NCalcStep left, NCalcStep right, NCalcMath math)
    : NCalcStep
{
    private readonly NCalcArithmetic _arithmetic = math.Arithmetic;
    private readonly bool _isDirect = math.Arithmetic.IsDirect;

    public override NCalcValue Evaluate(Scope scope)
    {
        var a = left.Evaluate(scope);
        var b = right.Evaluate(scope);
        if (_isDirect)
        {
            if (a.IsInteger && b.IsInteger && TryIntegers(a.Integer, b.Integer, out var whole))
            {
                return whole;
            }

            if (a.TryDouble(out var x) && b.TryDouble(out var y) && (a.IsDouble || b.IsDouble))
            {
                return NCalcValue.Of(OfDoubles(x, y));
            }
        }

        return NCalcValue.From(_arithmetic.Of(operation, a.ToObject(), b.ToObject()));
    }

    private bool TryIntegers(int a, int b, out NCalcValue value)
    {
        value = operation switch
        {
            BinaryOperator.Add => NCalcValue.Of(unchecked(a + b)),
            BinaryOperator.Subtract => NCalcValue.Of(unchecked(a - b)),
            BinaryOperator.Multiply => NCalcValue.Of(unchecked(a * b)),
            _ => default,
        };
        return operation is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply;
    }

    private double OfDoubles(double a, double b) =>
        operation switch
        {
            BinaryOperator.Add => a + b,
            BinaryOperator.Subtract => a - b,
            BinaryOperator.Multiply => a * b,
            BinaryOperator.Divide => a / b,
            _ => a % b,
        };
}
