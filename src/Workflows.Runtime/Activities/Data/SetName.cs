namespace Workflows.Runtime.Activities.Data;

/// <summary>Names the instance.</summary>
[Activity("Elsa", "Primitives", "Names the instance.")]
public sealed class SetName : CodeActivity
{
    /// <summary>The name.</summary>
    [Input(Description = "The name.")]
    public Input<string> Value { get; set; } = default!;

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context) => context.Instance.Name = Value.Get(context);
}
