namespace Workflows.Expressions.NCalc.Steps;

/// <summary><c>and</c> and <c>or</c>; the right side is looked at only where the left one leaves it open.</summary>
internal sealed class LogicStep(bool isAnd, NCalcStep left, NCalcStep right, NCalcMath math) : NCalcStep
{
    public override NCalcValue Evaluate(Scope scope) => NCalcValue.Of(Holds(scope, math));

    public override bool Holds(Scope scope, NCalcMath judge) =>
        isAnd
            ? left.Holds(scope, math) && right.Holds(scope, math)
            : left.Holds(scope, math) || right.Holds(scope, math);
}
