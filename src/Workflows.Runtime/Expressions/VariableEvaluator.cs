using Workflows.Expressions.Evaluation;
using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Expressions;

internal sealed class VariableEvaluator(Variable variable, Type type) : InputEvaluator
{
    public override object? Evaluate(ActivityExecutionContext context) => Coerce.To(variable.Get(context), type);
}
