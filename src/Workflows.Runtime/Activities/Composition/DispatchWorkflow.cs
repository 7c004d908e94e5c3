namespace Workflows.Runtime.Activities.Composition;

/// <summary>Starts another workflow as an instance of its own, and may wait for its end.</summary>
[Activity("Elsa", "Composition", "Starts another workflow, and may wait for its end.")]
public sealed class DispatchWorkflow : Activity
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

    /// <summary>Whether to wait for its end. The default is false.</summary>
    [Input(DisplayName = "Wait for Completion", Description = "Whether to wait for its end.")]
    public Input<bool> WaitForCompletion { get; set; } = new(false);

    /// <summary>Whether it begins a trace of its own. Kept for documents; tracing is the host's.</summary>
    [Input(Description = "Whether it begins a trace of its own.", Category = "Open Telemetry")]
    public Input<bool> StartNewTrace { get; set; } = new(false);

    /// <summary>The channel it is dispatched to. Kept for documents; there is one queue.</summary>
    [Input(DisplayName = "Channel", Description = "The channel it is dispatched to.")]
    public Input<string> ChannelName { get; set; } = default!;

    /// <summary>The outputs of the workflow waited for.</summary>
    [Output(Description = "The outputs of the workflow waited for.")]
    public Output<object>? Result { get; set; }

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var waits = WaitForCompletion.Get(context);
        ChildWorkflow.Start(
            context,
            WorkflowDefinitionId.Get(context),
            CorrelationId.Get(context),
            Input.Get(context),
            waits ? OnEndedAsync : null,
            whenFinished: true
        );
        return waits ? default : context.CompleteActivityAsync();
    }

    private ValueTask OnEndedAsync(ActivityExecutionContext context)
    {
        context.Set(Result, ChildWorkflow.Report(context).Output);
        return context.CompleteActivityAsync();
    }
}
