using Workflows.Runtime.Activities;

namespace Workflows.Conformance.Elsa.Activities;

[Activity("Test")]
public sealed class Counter : CodeActivity
{
    public Input<string> Variable { get; set; } = default!;

    public Input<int> Step { get; set; } = new(1);

    protected override void Execute(ActivityExecutionContext context)
    {
        var name = Variable.Get(context) ?? "";
        if (context.TryGetVariable(name, out _))
        {
            context.SetVariable(name, context.GetVariable<int>(name) + Step.Get(context));
        }
    }
}
