namespace Workflows.Expressions.NCalc.Steps;

/// <summary>An operation that is defined over objects; those that are rare need no faster way.</summary>
internal sealed class ObjectStep(Func<Scope, object?> compute) : NCalcStep
{
    public override NCalcValue Evaluate(Scope scope) => NCalcValue.From(compute(scope));
}
