namespace Workflows.Expressions.NCalc.Steps;

/// <summary>A question over objects: membership, patterns, absence.</summary>
internal sealed class ConditionStep(Func<Scope, bool> holds) : NCalcStep
{
    public override NCalcValue Evaluate(Scope scope) => NCalcValue.Of(holds(scope));

    public override bool Holds(Scope scope, NCalcMath math) => holds(scope);
}
