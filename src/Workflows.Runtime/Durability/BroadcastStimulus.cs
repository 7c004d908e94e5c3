using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Durability;

/// <summary>
/// A stimulus for whoever waits for it. Routing it turns every waiting bookmark and every trigger into a work item of
/// its own, a page at a time, so that a million waiting instances are many small turns and not one big one.
/// </summary>
/// <param name="Stimulus">What happened.</param>
/// <param name="After">The last instance of the page before; null for the first page, which also starts what the stimulus triggers.</param>
public sealed record BroadcastStimulus(Stimulus Stimulus, Guid? After = null) : WorkPayload
{
    /// <summary>The work item that broadcasts a stimulus.</summary>
    public static WorkItem Item(int tenant, Stimulus stimulus, DateTimeOffset dueAt)
    {
        ArgumentNullException.ThrowIfNull(stimulus);

        // The hash is the subject, so stimuli of one kind are routed in order.
        return new WorkItem
        {
            Tenant = tenant,
            Subject = stimulus.Hash,
            Kind = WorkKind.Stimulus,
            DueAt = dueAt,
            Payload = new BroadcastStimulus(stimulus),
        };
    }
}
