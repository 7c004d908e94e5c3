namespace Workflows.Expressions.NCalc.Steps;

/// <summary>A call that cannot succeed, in a branch that may never be taken.</summary>
internal sealed class FailureStep(Func<ExpressionException> failure) : NCalcStep
{
    public override NCalcValue Evaluate(Scope scope) => throw failure();
}
