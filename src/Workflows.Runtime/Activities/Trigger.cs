using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Activities;

/// <summary>
/// An activity that may begin a workflow. As a start it is described by its payloads when the definition is published;
/// inside a running workflow it waits like any other activity.
/// </summary>
public abstract class Trigger : Activity
{
    /// <summary>The stimulus name that starts the workflow; the activity's type name unless overridden.</summary>
    public virtual string TriggerName => Type;

    /// <summary>What starts the workflow: one payload per way in. The default yields <see cref="GetTriggerPayload"/>.</summary>
    /// <param name="context">Gives access to the trigger's inputs.</param>
    protected virtual IEnumerable<object?> GetTriggerPayloads(TriggerIndexingContext context)
    {
        yield return GetTriggerPayload(context);
    }

    /// <summary>The one payload that starts the workflow; null means the name alone decides.</summary>
    /// <param name="context">Gives access to the trigger's inputs.</param>
    protected virtual object? GetTriggerPayload(TriggerIndexingContext context) => null;

    /// <summary>
    /// Whether a stimulus that matches a payload starts the workflow, judged by what it carries. The default says yes to all; inside a
    /// running workflow an activity judges what it is resumed with itself.
    /// </summary>
    /// <param name="context">Gives access to the trigger's inputs.</param>
    /// <param name="stimulus">What happened.</param>
    protected virtual bool Admits(TriggerIndexingContext context, Stimulus stimulus) => true;

    /// <summary>
    /// The next time a scheduled trigger starts the workflow, strictly after <paramref name="after"/>; null when it is not scheduled or over.
    /// </summary>
    /// <param name="context">Gives access to the trigger's inputs.</param>
    /// <param name="after">The instant the search starts from.</param>
    protected virtual DateTimeOffset? GetNextOccurrence(TriggerIndexingContext context, DateTimeOffset after) => null;

    internal IEnumerable<object?> Payloads(TriggerIndexingContext context) => GetTriggerPayloads(context);

    internal bool IsStartedBy(TriggerIndexingContext context, Stimulus stimulus) => Admits(context, stimulus);

    internal DateTimeOffset? NextOccurrence(TriggerIndexingContext context, DateTimeOffset after) =>
        GetNextOccurrence(context, after);
}
