using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Waiting;

namespace Workflows.Authoring.Tests.Activities;

/// <summary>An event with a name of its own, without any wiring.</summary>
public class RefundRequested : EventBase<string>
{
    protected override string GetEventName(ExpressionExecutionContext context) => "refund.requested";

    protected override void OnEventReceived(ActivityExecutionContext context, string? eventData) =>
        context.WriteLine($"refund {eventData}");
}
