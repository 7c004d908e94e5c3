using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Triggers;

/// <summary>One way into a published workflow.</summary>
/// <param name="Graph">The published graph.</param>
/// <param name="ActivityId">The trigger's activity, where the instance starts.</param>
/// <param name="Name">The stimulus name.</param>
/// <param name="Hash">The stimulus it answers; null for a schedule.</param>
/// <param name="Payload">What it answers, readable.</param>
public sealed record TriggerEntry(WorkflowGraph Graph, string ActivityId, string Name, Guid? Hash, object? Payload)
{
    /// <summary>The trigger itself.</summary>
    public Trigger? Trigger { get; internal init; }

    /// <summary>Whether it starts the workflow by time.</summary>
    public bool IsScheduled => Hash is null;

    /// <summary>Whether a stimulus that it answers starts the workflow, judged by what the stimulus carries.</summary>
    /// <param name="stimulus">What happened.</param>
    public bool Admits(Stimulus stimulus) => Trigger?.IsStartedBy(new TriggerIndexingContext(Graph), stimulus) != false;

    /// <summary>The next scheduled start strictly after an instant; null for none.</summary>
    /// <param name="after">The instant.</param>
    /// <param name="services">What a trigger by calendar may ask for; null for nothing.</param>
    public DateTimeOffset? NextOccurrence(DateTimeOffset after, IServiceProvider? services = null) =>
        Trigger?.NextOccurrence(Context(services), after);

    /// <summary>What there is to do at one of a calendar's times; none for any other trigger.</summary>
    /// <param name="dueAt">A time that <see cref="NextOccurrence"/> gave.</param>
    /// <param name="services">What the trigger may ask for; null for nothing.</param>
    public IReadOnlyList<Occasion> OccasionsAt(DateTimeOffset dueAt, IServiceProvider? services = null) =>
        Trigger is OccasionTrigger calendar ? calendar.OccasionsAt(Context(services), dueAt) : [];

    /// <summary>Some of those whom an occasion concerns; nobody for any other trigger.</summary>
    /// <param name="tenant">Whose workflow.</param>
    /// <param name="occasion">One that <see cref="OccasionsAt"/> gave.</param>
    /// <param name="after">Where the page before ended; null for the first page.</param>
    /// <param name="services">What the trigger may ask for; null for nothing.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public ValueTask<OccasionPage> FindAsync(
        int tenant,
        Occasion occasion,
        string? after,
        IServiceProvider? services,
        CancellationToken cancellationToken
    ) =>
        Trigger is OccasionTrigger calendar
            ? calendar.FindAsync(new OccasionSearch(tenant, Context(services), occasion, after), cancellationToken)
            : ValueTask.FromResult(new OccasionPage([], Next: null));

    /// <summary>Has a trigger by calendar look up what its times depend on; others need nothing.</summary>
    /// <param name="services">What the trigger may ask for; null for nothing.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public ValueTask PrepareAsync(IServiceProvider? services, CancellationToken cancellationToken) =>
        Trigger is OccasionTrigger calendar ? calendar.PrepareAsync(Context(services), cancellationToken) : default;

    private TriggerIndexingContext Context(IServiceProvider? services) => new(Graph) { Services = services };
}
