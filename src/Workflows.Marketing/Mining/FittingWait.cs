using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Mining;

/// <summary>Waits for an event that fits, or until it is too late (S1-14); events that do not fit are passed over.</summary>
public abstract class FittingWait : Activity
{
    private protected const string TimedOut = "TimedOut";
    private const string Deadline = "deadline";
    private readonly string _port;

    private protected FittingWait(string port) => _port = port;

    /// <summary>How long to wait at most; null for ever.</summary>
    [Input(
        Description = "How long to wait at most, for example 3.00:00:00 for three days. Empty: no limit.",
        Order = 10
    )]
    public Input<TimeSpan?>? Timeout { get; set; }

    /// <summary>The event that came.</summary>
    [Output(DisplayName = "Event", Description = "The event that came: its type, time and data.")]
    public Output<object>? Result { get; set; }

    /// <summary>The type of the event.</summary>
    private protected abstract string EventType { get; }

    /// <summary>Whether it is the one that is waited for.</summary>
    private protected abstract bool Fits(ActivityExecutionContext context, ContactEvent told);

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Get(Timeout) is { } span)
        {
            context.SetProperty(Deadline, context.Now + span);
        }

        Wait(context);
        return ValueTask.CompletedTask;
    }

    private void Wait(ActivityExecutionContext context) =>
        context.WaitForEvent(EventType, ComeAsync, context.GetProperty<DateTimeOffset?>(Deadline));

    private async ValueTask ComeAsync(ActivityExecutionContext context)
    {
        // A timer brings no payload; an event always does.
        if (ContactStimulus.FromPayload(context.StimulusPayload) is not { } told)
        {
            await context.CompleteActivityWithOutcomesAsync(TimedOut);
        }
        else if (!Fits(context, told))
        {
            Wait(context);
        }
        else
        {
            if (context.Captures(Result))
            {
                context.Set(Result, ContactEventValue.Of(told));
            }

            await TakeAsync(context, told);
            await context.CompleteActivityWithOutcomesAsync(_port);
        }
    }

    /// <summary>Takes over what the event says; the default takes nothing.</summary>
    private protected virtual ValueTask TakeAsync(ActivityExecutionContext context, ContactEvent told) => default;
}
