namespace Workflows.Expressions.NCalc.Steps;

internal sealed class ConditionalStep(NCalcStep test, NCalcStep then, NCalcStep otherwise, NCalcMath math) : NCalcStep
{
    public override NCalcValue Evaluate(Scope scope) =>
        test.Holds(scope, math) ? then.Evaluate(scope) : otherwise.Evaluate(scope);
}
