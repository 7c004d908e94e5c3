using Workflows.Runtime.Activities;

namespace Workflows.Conformance.Elsa.Activities;

[Activity("Test")]
public sealed class Throw : Activity
{
    public Input<string> Message { get; set; } = new("boom");

    protected override void Execute(ActivityExecutionContext context) =>
        throw new InvalidOperationException(Message.Get(context));
}
