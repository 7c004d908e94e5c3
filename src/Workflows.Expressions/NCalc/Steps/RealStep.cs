namespace Workflows.Expressions.NCalc.Steps;

/// <summary>A function of one real number.</summary>
internal sealed class RealStep(Func<double, double> function, NCalcStep argument, NCalcMath math) : NCalcStep
{
    public override NCalcValue Evaluate(Scope scope)
    {
        var value = argument.Evaluate(scope);
        return NCalcValue.Of(function(value.TryDouble(out var number) ? number : math.Double(value.ToObject())));
    }
}
