using Workflows.Runtime.Activities;

namespace Workflows.Conformance.Elsa.Activities;

[Activity("Test")]
public sealed class Var : CodeActivity
{
    public Input<string> Variable { get; set; } = default!;

    protected override void Execute(ActivityExecutionContext context)
    {
        var name = Variable.Get(context) ?? "";
        context.WriteLine($"{name}={ValueText.Of(context.GetVariable(name))}");
    }
}
