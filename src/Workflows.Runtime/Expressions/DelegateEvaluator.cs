using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Expressions;

internal sealed class DelegateEvaluator(Func<ActivityExecutionContext, object?> evaluate) : InputEvaluator
{
    public override object? Evaluate(ActivityExecutionContext context) => evaluate(context);
}
