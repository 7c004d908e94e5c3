namespace Workflows.Runtime.Activities.Waiting;

/// <summary>Waits for an event by name, or starts a workflow when it happens.</summary>
[Activity("Elsa", "Primitives", "Waits for an event, or starts a workflow when it happens.")]
public sealed class Event : Trigger<object>
{
    /// <summary>The name of stimuli that are events.</summary>
    public const string StimulusName = "Elsa.Event";

    /// <summary>Creates the activity.</summary>
    public Event() { }

    /// <summary>Creates the activity.</summary>
    /// <param name="eventName">The event's name.</param>
    public Event(string eventName) => EventName = new Input<string>(eventName);

    /// <summary>The event's name.</summary>
    [Input(Description = "The event's name.", IsRequired = true)]
    public Input<string> EventName { get; set; } = default!;

    /// <inheritdoc />
    protected override object GetTriggerPayload(TriggerIndexingContext context) => context.Get(EventName) ?? "";

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow())
        {
            return OnReceivedAsync(context);
        }
        var name = EventName.Get(context) ?? "";
        context.CreateBookmark(
            new CreateBookmarkArgs
            {
                BookmarkName = StimulusName,
                Stimulus = name,
                Payload = new Dictionary<string, object?>(StringComparer.Ordinal) { ["eventName"] = name },
                Callback = OnReceivedAsync,
                IncludeActivityInstanceId = false,
            }
        );
        return default;
    }

    private ValueTask OnReceivedAsync(ActivityExecutionContext context)
    {
        context.Set(Result, context.StimulusPayload);
        return context.CompleteActivityAsync();
    }
}
