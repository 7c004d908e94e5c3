namespace Workflows.Expressions.NCalc.Steps;

/// <summary>One node of a compiled formula.</summary>
internal abstract class NCalcStep
{
    public abstract NCalcValue Evaluate(Scope scope);

    /// <summary>The value as a condition sees it.</summary>
    /// <param name="scope">The values by name.</param>
    /// <param name="math">What says which values are true.</param>
    public virtual bool Holds(Scope scope, NCalcMath math)
    {
        var value = Evaluate(scope);
        return value.IsBoolean ? value.Boolean : math.Truth(value.ToObject());
    }
}
