using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Activities.Flow;

/// <summary>Runs activities along connections: breadth first, with joins where connections meet.</summary>
[Activity("Elsa", "Flow", "Runs activities along connections.", IsBrowsable = false)]
public sealed class Flowchart : Container
{
    private ActivityCompletionCallback? _onChildCompleted;

    /// <summary>The connections.</summary>
    public IList<Connection> Connections { get; set; } = [];

    /// <summary>Where it starts, for flowcharts written in code; null lets the flowchart choose.</summary>
    [Port(IsBrowsable = false)]
    public IActivity? Start { get; set; }

    internal override ActivityCompletionCallback ChildCallback => _onChildCompleted ??= OnChildCompletedAsync;

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => FlowAdvancer.StartAsync(context);

    private static ValueTask OnChildCompletedAsync(ActivityCompletedContext context) =>
        FlowAdvancer.ChildCompletedAsync(context.TargetContext, context.ChildContext, context.Result as Outcomes);
}
