namespace Workflows.Expressions.NCalc.Steps;

internal sealed class ConstantStep(object? value) : NCalcStep
{
    private readonly NCalcValue _value = NCalcValue.From(value);

    public override NCalcValue Evaluate(Scope scope) => _value;
}
