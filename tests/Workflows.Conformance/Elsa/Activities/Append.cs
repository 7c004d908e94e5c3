using Workflows.Runtime.Activities;

namespace Workflows.Conformance.Elsa.Activities;

[Activity("Test")]
public sealed class Append : CodeActivity
{
    public Input<string> Text { get; set; } = default!;

    protected override void Execute(ActivityExecutionContext context) => context.WriteLine(Text.Get(context) ?? "");
}
