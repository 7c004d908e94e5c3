namespace Workflows.Runtime.Activities.Data;

/// <summary>Gives the instance the id that correlated events find it by.</summary>
[Activity("Elsa", "Primitives", "Gives the instance the id that correlated events find it by.")]
public sealed class Correlate : CodeActivity
{
    /// <summary>The id.</summary>
    [Input(Description = "The id.")]
    public Input<string> CorrelationId { get; set; } = default!;

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context) =>
        context.Instance.CorrelationId = CorrelationId.Get(context);
}
