namespace Workflows.Expressions.NCalc.Steps;

internal sealed class CoalesceStep(NCalcStep left, NCalcStep right) : NCalcStep
{
    public override NCalcValue Evaluate(Scope scope)
    {
        var value = left.Evaluate(scope);
        return value.IsNull ? right.Evaluate(scope) : value;
    }
}
