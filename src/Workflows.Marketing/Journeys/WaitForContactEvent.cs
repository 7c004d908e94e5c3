using Workflows.Marketing.Contacts;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Journeys;

/// <summary>
/// Waits until the contact does something, or until it is too late. Both are one bookmark, so that the first to come
/// takes the other with it.
/// </summary>
[Activity(
    "Marketing",
    "Nurture",
    "Waits until the contact does something, or until the time is over.",
    DisplayName = "Wait for contact event",
    Icon = "wait"
)]
[FlowNode(Received, TimedOut)]
public sealed class WaitForContactEvent : Activity
{
    private const string Received = "Received";
    private const string TimedOut = "TimedOut";

    /// <summary>The event type waited for.</summary>
    [Input(DisplayName = "Event type", Description = "What to wait for, for example order.paid.", IsRequired = true)]
    public Input<string> EventType { get; set; } = default!;

    /// <summary>How long to wait at most; null waits as long as <see cref="Until"/> says.</summary>
    [Input(Description = "How long to wait at most, for example 3.00:00:00 for three days. Empty: no limit.")]
    public Input<TimeSpan?>? Timeout { get; set; }

    /// <summary>Until when to wait at most; null waits as long as <see cref="Timeout"/> says; with both the earlier counts.</summary>
    [Input(Description = "Until when to wait at most. Empty: no limit.")]
    public Input<DateTimeOffset?>? Until { get; set; }

    /// <summary>The event that came.</summary>
    [Output(DisplayName = "Event", Description = "The event that came: its type, time and data.")]
    public Output<object>? Result { get; set; }

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.WaitForEvent(EventType.Get(context)?.Trim(), ResumeAsync, DueAt(context));
    }

    private DateTimeOffset? DueAt(ActivityExecutionContext context)
    {
        var until = context.Get(Until);
        var timeout = context.Get(Timeout) is { } span ? context.Now + span : (DateTimeOffset?)null;
        return until is null || timeout < until ? timeout : until;
    }

    private async ValueTask ResumeAsync(ActivityExecutionContext context)
    {
        // A timer brings no payload; an event always does.
        if (ContactStimulus.FromPayload(context.StimulusPayload) is not { } received)
        {
            await context.CompleteActivityWithOutcomesAsync(TimedOut);
            return;
        }

        if (context.Captures(Result))
        {
            context.Set(Result, ContactEventValue.Of(received));
        }

        await context.CompleteActivityWithOutcomesAsync(Received);
    }
}
