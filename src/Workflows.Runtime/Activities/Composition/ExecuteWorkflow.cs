namespace Workflows.Runtime.Activities.Composition;

/// <summary>Runs another workflow and goes on with its result: after its first burst, or at its end.</summary>
[Activity("Elsa", "Composition", "Runs another workflow and goes on with its result.", Kind = ActivityKind.Task)]
public sealed class ExecuteWorkflow : Activity
{
    /// <summary>The workflow.</summary>
    [Input(
        DisplayName = "Workflow Definition",
        Description = "The workflow.",
        UIHint = InputUIHints.WorkflowDefinitionPicker,
        IsRequired = true
    )]
    public Input<string> WorkflowDefinitionId { get; set; } = default!;

    /// <summary>The new instance's correlation id.</summary>
    [Input(Description = "The new instance's correlation id.")]
    public Input<string> CorrelationId { get; set; } = default!;

    /// <summary>The new instance's input.</summary>
    [Input(Description = "The new instance's input.")]
    public Input<IDictionary<string, object?>> Input { get; set; } = default!;

    /// <summary>Whether to wait for its end if it waits. The default is false.</summary>
    [Input(DisplayName = "Wait for Completion", Description = "Whether to wait for its end if it waits.")]
    public Input<bool> WaitForCompletion { get; set; } = new(false);

    /// <summary>The instance's id, status and outputs.</summary>
    [Output(Description = "The instance's id, status and outputs.")]
    public Output<object>? Result { get; set; }

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context) =>
        ChildWorkflow.Start(
            context,
            WorkflowDefinitionId.Get(context),
            CorrelationId.Get(context),
            Input.Get(context),
            OnReportedAsync,
            WaitForCompletion.Get(context)
        );

    private ValueTask OnReportedAsync(ActivityExecutionContext context)
    {
        var report = ChildWorkflow.Report(context);
        context.Set(
            Result,
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["workflowInstanceId"] = report.WorkflowInstanceId.ToString("N"),
                ["status"] = report.Status.ToString(),
                ["subStatus"] = report.SubStatus.ToString(),
                ["output"] = new Dictionary<string, object?>(report.Output, StringComparer.Ordinal),
            }
        );
        return context.CompleteActivityAsync();
    }
}
