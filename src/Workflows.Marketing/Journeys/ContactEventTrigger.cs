using Workflows.Marketing.Contacts;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Journeys;

/// <summary>Begins the journey when a contact does one of some things; inside a running journey it waits for them.</summary>
[Activity(
    "Marketing",
    "Acquire",
    "Starts the journey for a contact who does one of these things.",
    Type = "ContactEvent",
    DisplayName = "Contact event",
    Icon = "contact",
    Kind = ActivityKind.Trigger
)]
public sealed class ContactEventTrigger : Trigger
{
    /// <summary>The event types that start the journey, for example <c>order.paid</c>.</summary>
    [Input(
        DisplayName = "Event types",
        Description = "What the contact did, for example order.paid or contact.joined.",
        UIHint = InputUIHints.MultiText,
        IsRequired = true
    )]
    public Input<ICollection<string>> EventTypes { get; set; } = default!;

    /// <summary>The event.</summary>
    [Output(DisplayName = "Event", Description = "The event: its type, time and data.")]
    public Output<object>? Result { get; set; }

    /// <inheritdoc/>
    public override string TriggerName => ContactStimulus.Name;

    /// <inheritdoc/>
    protected override IEnumerable<object?> GetTriggerPayloads(TriggerIndexingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return [.. Types(context.Get(EventTypes))];
    }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.IsTriggerOfWorkflow())
        {
            await context.EnrolAsync();
            await ReceiveAsync(context);
            return;
        }

        foreach (var type in Types(EventTypes.Get(context)))
        {
            context.WaitForEvent(type, ReceiveAsync);
        }
    }

    private static IEnumerable<string> Types(ICollection<string>? types) =>
        (types ?? []).Select(type => type.Trim()).Where(type => type.Length > 0).Distinct(StringComparer.Ordinal);

    private ValueTask ReceiveAsync(ActivityExecutionContext context)
    {
        if (context.Captures(Result) && ContactStimulus.FromPayload(context.StimulusPayload) is { } received)
        {
            context.Set(Result, ContactEventValue.Of(received));
        }

        return context.CompleteActivityAsync();
    }
}
