using Workflows.Runtime.Activities;

namespace Workflows.Conformance.Elsa.Activities;

[Activity("Test", Type = "Value")]
public sealed class ValueActivity : CodeActivity<object>
{
    public Input<object?> Value { get; set; } = default!;

    protected override void Execute(ActivityExecutionContext context) => context.Set(Result, Value.Get(context));
}
