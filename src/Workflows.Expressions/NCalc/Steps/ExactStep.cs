namespace Workflows.Expressions.NCalc.Steps;

/// <summary>A function of one number that leaves a decimal a decimal.</summary>
internal sealed class ExactStep(
    Func<double, double> function,
    Func<decimal, decimal> exactFunction,
    NCalcStep argument,
    NCalcMath math
) : NCalcStep
{
    public override NCalcValue Evaluate(Scope scope)
    {
        var value = argument.Evaluate(scope);
        if (value.Reference is decimal exact)
        {
            return NCalcValue.From(exactFunction(exact));
        }

        return NCalcValue.Of(function(value.TryDouble(out var number) ? number : math.Double(value.ToObject())));
    }
}
