using System.Diagnostics.CodeAnalysis;

namespace Workflows.Runtime.Activities.Waiting;

/// <summary>An activity that waits for an event, or starts a workflow when it happens; derive and say which one.</summary>
/// <typeparam name="T">The type of what the event carries.</typeparam>
[SuppressMessage("Naming", "MA0048", Justification = "Elsa's name.")]
public abstract class EventBase<T> : Trigger<T>
{
    /// <inheritdoc />
    public override string TriggerName => Event.StimulusName;

    /// <summary>The event's name.</summary>
    /// <param name="context">Gives access to the activity's inputs.</param>
    protected abstract string GetEventName(ExpressionExecutionContext context);

    /// <summary>Called when the event came, before the activity completes.</summary>
    /// <param name="context">The run.</param>
    /// <param name="eventData">What it carries.</param>
    protected virtual void OnEventReceived(ActivityExecutionContext context, T? eventData) { }

    /// <summary>Called when the event came, before the activity completes. The default calls <see cref="OnEventReceived"/>.</summary>
    /// <param name="context">The run.</param>
    /// <param name="eventData">What it carries.</param>
    protected virtual ValueTask OnEventReceivedAsync(ActivityExecutionContext context, T? eventData)
    {
        OnEventReceived(context, eventData);
        return default;
    }

    /// <inheritdoc />
    protected override object GetTriggerPayload(TriggerIndexingContext context) =>
        GetEventName(new ExpressionExecutionContext(context));

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow())
        {
            return ReceiveAsync(context);
        }
        context.CreateBookmark(
            new CreateBookmarkArgs
            {
                BookmarkName = Event.StimulusName,
                Stimulus = GetEventName(new ExpressionExecutionContext(context)),
                Callback = ReceiveAsync,
                IncludeActivityInstanceId = false,
            }
        );
        return default;
    }

    private async ValueTask ReceiveAsync(ActivityExecutionContext context)
    {
        var data = Workflows.Expressions.Evaluation.Coerce.To<T>(context.StimulusPayload);
        context.Set(Result, data);
        await OnEventReceivedAsync(context, data);
        await context.CompleteActivityAsync();
    }
}
