using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Activities;

/// <summary>
/// A trigger by time that decides at each of its times what there is to do and for whom, such as a calendar: each occasion
/// runs once, whatever hosts and versions there are, and starts the workflow for each of its guests.
/// </summary>
public abstract class OccasionTrigger : Trigger, IScheduledTrigger
{
    /// <summary>The name of the stimulus that a guest gets.</summary>
    public const string StimulusName = "Occasion";

    /// <inheritdoc/>
    public override string TriggerName => StimulusName;

    /// <summary>What the stimulus for guests of a trigger is about.</summary>
    public static string KeyOf(string definitionId, string activityId) => $"{definitionId}/{activityId}";

    /// <inheritdoc/>
    protected override object? GetTriggerPayload(TriggerIndexingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return KeyOf(context.Graph.DefinitionId, Id);
    }

    /// <summary>Called before the trigger is asked for times or occasions; the default does nothing.</summary>
    /// <param name="context">Gives access to services.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    protected internal virtual ValueTask PrepareAsync(
        TriggerIndexingContext context,
        CancellationToken cancellationToken
    ) => default;

    /// <summary>What is due at one of the trigger's times; none when the day is an ordinary one.</summary>
    /// <param name="context">Gives access to the trigger's inputs and to services.</param>
    /// <param name="dueAt">The time, one that <see cref="Trigger.GetNextOccurrence"/> gave.</param>
    protected internal abstract IReadOnlyList<Occasion> OccasionsAt(
        TriggerIndexingContext context,
        DateTimeOffset dueAt
    );

    /// <summary>What becomes of missed occasions, and how much later than due they count as missed.</summary>
    /// <param name="context">Gives access to the trigger's inputs.</param>
    protected internal abstract (Misfire Policy, TimeSpan Tolerance) MisfireOf(TriggerIndexingContext context);

    /// <summary>Some of those whom an occasion concerns.</summary>
    /// <param name="search">Which occasion, and where to go on.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    protected internal abstract ValueTask<OccasionPage> FindAsync(
        OccasionSearch search,
        CancellationToken cancellationToken
    );
}
