using Workflows.Runtime.Activities;

namespace Workflows.Conformance.Elsa.Activities;

[Activity("Test")]
public sealed class Show : CodeActivity
{
    public Input<object?> Value { get; set; } = default!;

    protected override void Execute(ActivityExecutionContext context) =>
        context.WriteLine(ValueText.Of(Value.Get(context)));
}
