using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Channels.WeCom.Blocks;

/// <summary>
/// Begins a journey with one of WeCom's events where what the event says fits; inside a running journey it waits for such an event.
/// </summary>
public abstract class WeComTrigger : Trigger
{
    private protected WeComTrigger() { }

    /// <summary>The event.</summary>
    [Output(DisplayName = "Event", Description = "The event: its type, time and data.")]
    public Output<object>? Result { get; set; }

    /// <inheritdoc/>
    public override string TriggerName => ContactStimulus.Name;

    /// <summary>The type of the event.</summary>
    private protected abstract string EventType { get; }

    /// <inheritdoc/>
    protected override object? GetTriggerPayload(TriggerIndexingContext context) => EventType;

    /// <inheritdoc/>
    protected override bool Admits(TriggerIndexingContext context, Stimulus stimulus)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ContactStimulus.TryGetEvent(stimulus, out var told)
            && Fits(EventFacts.Of(told), input => context.Get(input));
    }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.IsTriggerOfWorkflow())
        {
            return ReceiveAsync(context);
        }

        Wait(context);
        return ValueTask.CompletedTask;
    }

    /// <summary>Whether the event is one this block is set for.</summary>
    /// <param name="facts">What the event says.</param>
    /// <param name="read">Reads a list of the block's; null or empty lets everything pass.</param>
    private protected abstract bool Fits(
        EventFacts facts,
        Func<Input<ICollection<string>>?, ICollection<string>?> read
    );

    private void Wait(ActivityExecutionContext context) =>
        context.CreateBookmark(
            new CreateBookmarkArgs
            {
                BookmarkName = ContactStimulus.Name,
                Stimulus = EventType,
                IncludeActivityInstanceId = false,
                Callback = ReceiveAsync,
            }
        );

    private ValueTask ReceiveAsync(ActivityExecutionContext context)
    {
        var received = ContactStimulus.FromPayload(context.StimulusPayload);
        if (received is not null && !Fits(EventFacts.Of(received), input => context.Get(input)))
        {
            Wait(context);
            return ValueTask.CompletedTask;
        }

        if (received is not null && context.Captures(Result))
        {
            context.Set(Result, ContactEventValue.Of(received));
        }

        return context.CompleteActivityAsync();
    }
}
