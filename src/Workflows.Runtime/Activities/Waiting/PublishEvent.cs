using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Activities.Waiting;

/// <summary>Publishes an event: it may start workflows and resume waiting ones.</summary>
[Activity("Elsa", "Primitives", "Publishes an event.")]
public sealed class PublishEvent : CodeActivity
{
    /// <summary>The event's name.</summary>
    [Input(Description = "The event's name.", IsRequired = true)]
    public Input<string> EventName { get; set; } = default!;

    /// <summary>Only instances with this correlation id are resumed; nothing means all.</summary>
    [Input(Description = "Only instances with this correlation id are resumed.")]
    public Input<string> CorrelationId { get; set; } = default!;

    /// <summary>Whether only this instance is meant. The default is false.</summary>
    [Input(DisplayName = "Local event", Description = "Whether only this instance is meant.")]
    public Input<bool> IsLocalEvent { get; set; } = new(false);

    /// <summary>What the event carries.</summary>
    [Input(Description = "What the event carries.")]
    public Input<object?> Payload { get; set; } = default!;

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context)
    {
        var correlationId = CorrelationId.Get(context);
        var stimulus = new Stimulus(
            Event.StimulusName,
            EventName.Get(context) ?? "",
            Payload.Get(context),
            string.IsNullOrEmpty(correlationId) ? null : correlationId
        );
        var key = context.EffectKey();
        context.Emit(
            IsLocalEvent.Get(context) ? new PublishLocally(key, stimulus) : new PublishStimulus(key, stimulus)
        );
    }
}
