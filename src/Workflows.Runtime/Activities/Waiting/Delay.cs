namespace Workflows.Runtime.Activities.Waiting;

/// <summary>Waits for a while.</summary>
[Activity("Elsa", "Scheduling", "Waits for a while.")]
public sealed class Delay : Activity
{
    /// <summary>Creates the activity with its default of one minute.</summary>
    public Delay() { }

    /// <summary>Creates the activity.</summary>
    /// <param name="timeSpan">How long.</param>
    public Delay(TimeSpan timeSpan) => TimeSpan = new Input<TimeSpan>(timeSpan);

    /// <summary>How long. The default is one minute.</summary>
    [Input(
        Description = "How long, for example 1.00:00:00 for a day.",
        DefaultValue = "00:01:00",
        Minimum = "00:00:00"
    )]
    public Input<TimeSpan> TimeSpan { get; set; } = new(System.TimeSpan.FromMinutes(1));

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context) =>
        DuePayload.WaitUntil(context, context.Now + TimeSpan.Get(context), DuePayload.ResumeAt);
}
