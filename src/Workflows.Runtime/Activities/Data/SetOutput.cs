using Workflows.Runtime.Activities.Composition;

namespace Workflows.Runtime.Activities.Data;

/// <summary>Sets an output of the workflow.</summary>
[Activity("Elsa", "Primitives", "Sets an output of the workflow.")]
public sealed class SetOutput : CodeActivity
{
    /// <summary>The output's name.</summary>
    [Input(DisplayName = "Output", Description = "The output's name.", UIHint = InputUIHints.OutputPicker)]
    public Input<string> OutputName { get; set; } = default!;

    /// <summary>The value.</summary>
    [Input(Description = "The value.")]
    public Input<object?> OutputValue { get; set; } = default!;

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context)
    {
        var name = OutputName.Get(context) ?? "";
        var value = OutputValue.Get(context);
        for (var frame = context.Parent; frame is not null; frame = frame.Parent)
        {
            if (frame.Node.Activity is WorkflowDefinitionActivity)
            {
                WorkflowDefinitionActivity.SetOutput(frame, name, value);
                return;
            }
        }
        context.Instance.SetOutput(name, value);
    }
}
