using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Waiting;

namespace Workflows.Authoring.Tests.Activities;

/// <summary>A timer with an interval of its own.</summary>
public class Heartbeat : TimerBase
{
    public Input<int> Minutes { get; set; } = new(5);

    protected override TimeSpan GetInterval(ExpressionExecutionContext context) =>
        TimeSpan.FromMinutes(Minutes.Get(context));

    protected override void OnTimerElapsed(ActivityExecutionContext context) => context.WriteLine("beat");
}
