using Workflows.Runtime.Activities;

namespace Workflows.Authoring.Tests.Activities;

/// <summary>A plain property as input: a fixed setting without expressions.</summary>
[Activity(Namespace = "Shop", Category = "Shop/Talk", Description = "Writes a label.")]
public class PlainLabel : CodeActivity
{
    [Input(Description = "What is written.")]
    public string Label { get; set; } = "";

    protected override void Execute(ActivityExecutionContext context) => context.WriteLine($"[{Label}]");
}
