using Workflows.Marketing.Contacts;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Journeys;

/// <summary>
/// Begins a journey with an event where what the event says fits; inside a running journey it waits for such an event.
/// </summary>
public abstract class FactTrigger : Trigger
{
    private protected FactTrigger() { }

    /// <summary>The event.</summary>
    [Output(DisplayName = "Event", Description = "The event: its type, time and data.")]
    public Output<object>? Result { get; set; }

    /// <inheritdoc/>
    public override string TriggerName => ContactStimulus.Name;

    /// <summary>The types of the event.</summary>
    private protected abstract IReadOnlyList<string> EventTypes { get; }

    /// <inheritdoc/>
    protected override IEnumerable<object?> GetTriggerPayloads(TriggerIndexingContext context) => EventTypes;

    /// <inheritdoc/>
    protected override bool Admits(TriggerIndexingContext context, Stimulus stimulus)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ContactStimulus.TryGetEvent(stimulus, out var told)
            && Fits(EventFacts.Of(told), input => context.Get(input));
    }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.IsTriggerOfWorkflow())
        {
            Wait(context);
            return;
        }

        await context.EnrolAsync();
        await ReceiveAsync(context);
    }

    /// <summary>Whether the event is one this block is set for.</summary>
    /// <param name="facts">What the event says.</param>
    /// <param name="read">Reads a list of the block's; null or empty lets everything pass.</param>
    private protected abstract bool Fits(
        EventFacts facts,
        Func<Input<ICollection<string>>?, ICollection<string>?> read
    );

    /// <summary>Goes on with the event, or without one where somebody started the journey by hand.</summary>
    private protected virtual ValueTask BeginAsync(ActivityExecutionContext context, ContactEvent? received) =>
        context.CompleteActivityAsync();

    private void Wait(ActivityExecutionContext context)
    {
        foreach (var type in EventTypes)
        {
            WaitFor(context, type);
        }
    }

    private void WaitFor(ActivityExecutionContext context, string type) => context.WaitForEvent(type, ReceiveAsync);

    private ValueTask ReceiveAsync(ActivityExecutionContext context)
    {
        var received = ContactStimulus.FromPayload(context.StimulusPayload);
        if (received is not null && !Fits(EventFacts.Of(received), input => context.Get(input)))
        {
            // Only the bookmark of this type is used up; those of others still wait.
            WaitFor(context, received.Type);
            return ValueTask.CompletedTask;
        }

        if (received is not null && context.Captures(Result))
        {
            context.Set(Result, ContactEventValue.Of(received));
        }

        return BeginAsync(context, received);
    }
}
