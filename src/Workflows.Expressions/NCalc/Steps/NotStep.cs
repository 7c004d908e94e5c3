namespace Workflows.Expressions.NCalc.Steps;

internal sealed class NotStep(NCalcStep operand, NCalcMath math) : NCalcStep
{
    public override NCalcValue Evaluate(Scope scope) => NCalcValue.Of(Holds(scope, math));

    public override bool Holds(Scope scope, NCalcMath judge) => !operand.Holds(scope, math);
}
