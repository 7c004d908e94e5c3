using Workflows.Runtime.Activities;

namespace Workflows.Conformance.Elsa.Activities;

[Activity("Test")]
public sealed class Outcome : Activity
{
    public Input<string> Outcomes { get; set; } = default!;

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.CompleteActivityWithOutcomesAsync(Split(Outcomes.Get(context)));

    internal static string[] Split(string? text) =>
        (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
