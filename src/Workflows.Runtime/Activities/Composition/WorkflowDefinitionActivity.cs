using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Activities.Composition;

/// <summary>Another workflow, used as an activity: it runs inside the same instance, with inputs and outputs of its own.</summary>
[Activity("Elsa", "Workflows", "A workflow used as an activity.", IsBrowsable = false)]
public sealed class WorkflowDefinitionActivity : Composite
{
    private const string OutputPrefix = "output:";

    private ActivityCompletionCallback? _onRootCompleted;

    /// <summary>The embedded workflow.</summary>
    public string WorkflowDefinitionId { get; set; } = "";

    /// <summary>The embedded workflow as it was read; null where it is a circle.</summary>
    public WorkflowDefinition? Definition { get; internal set; }

    /// <summary>The outcomes the embedded workflow declares.</summary>
    internal IReadOnlyList<string> Outcomes { get; set; } = [];

    /// <summary>The values given to the embedded workflow's inputs, by input name.</summary>
    internal Dictionary<string, Input<object>> Arguments { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the embedded workflow's outputs go, by output name.</summary>
    internal Dictionary<string, Output<object>> Results { get; } = new(StringComparer.OrdinalIgnoreCase);

    internal override ActivityCompletionCallback ChildCallback => _onRootCompleted ??= OnRootCompletedAsync;

    internal bool TryGetInput(ActivityExecutionContext frame, string name, out object? value)
    {
        value = Arguments.TryGetValue(name, out var input) ? input.Get(frame) : null;
        return input is not null;
    }

    internal static void SetOutput(ActivityExecutionContext frame, string name, object? value) =>
        frame.SetProperty(OutputPrefix + name, value);

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.ScheduleActivityAsync(Root, ChildCallback);

    /// <inheritdoc />
    internal override void OnCompleting(ActivityExecutionContext frame)
    {
        foreach (var (name, output) in Results)
        {
            if (
                frame.ExtrasOrNull?.Properties is { } properties
                && properties.TryGetValue(OutputPrefix + name, out var value)
            )
            {
                frame.Set(output, value);
            }
        }
    }
}
