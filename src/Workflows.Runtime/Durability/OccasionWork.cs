using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Durability;

/// <summary>An occasion on its way to those whom it concerns: each page of guests is a turn of its own.</summary>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="ActivityId">The trigger.</param>
/// <param name="Occasion">The occasion.</param>
/// <param name="After">Where the page before ended; null for the first page.</param>
public sealed record OccasionWork(string DefinitionId, string ActivityId, Occasion Occasion, string? After = null)
    : WorkPayload
{
    /// <summary>The work item of it.</summary>
    public static WorkItem Item(int tenant, OccasionWork work, DateTimeOffset dueAt)
    {
        ArgumentNullException.ThrowIfNull(work);
        return new WorkItem
        {
            Tenant = tenant,
            Subject = StimulusHash.Of(
                "Occasion",
                $"{tenant}\n{work.DefinitionId}\n{work.ActivityId}\n{work.Occasion.Key}"
            ),
            Kind = WorkKind.Stimulus,
            DueAt = dueAt,
            Payload = work,
        };
    }
}
