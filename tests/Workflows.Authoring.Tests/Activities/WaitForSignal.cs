using Workflows.Runtime.Activities;

namespace Workflows.Authoring.Tests.Activities;

/// <summary>Waits for a stimulus by name; whoever sends it need not know the instance.</summary>
[Activity("Shop", "Events", "Waits for a signal.")]
public class WaitForSignal : Activity
{
    [Input(Description = "Which signal.")]
    public Input<string> Signal { get; set; } = default!;

    protected override void Execute(ActivityExecutionContext context)
    {
        var signal = Signal.Get(context);
        context.CreateBookmark(signal!);
    }
}
