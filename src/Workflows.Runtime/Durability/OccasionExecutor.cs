using Workflows.Runtime.Activities;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Durability;

/// <summary>Runs what occasions ask for: decides upon each once, and brings it to its guests, a page a turn.</summary>
internal sealed class OccasionExecutor(IInstanceStore store, TriggerIndex triggers, IServiceProvider? services)
{
    private static readonly TimeSpan HandOver = TimeSpan.FromHours(1);

    /// <summary>One of a schedule's times has come.</summary>
    public async ValueTask FireAsync(
        WorkItem item,
        ScheduledStart schedule,
        TriggerEntry entry,
        SubjectWork work,
        Turn turn
    )
    {
        var trigger = (OccasionTrigger)entry.Trigger!;
        var context = new TriggerIndexingContext(entry.Graph) { Services = services };
        await trigger.PrepareAsync(context, turn.CancellationToken);

        // After the time that was due, not after now: what was missed in between is decided upon, too.
        if (trigger.NextOccurrence(context, item.DueAt) is { } next)
        {
            work.Enqueue(Following(item.Tenant, schedule, entry, next, turn.Now));
        }

        var occasions = trigger.OccasionsAt(context, item.DueAt);
        if (occasions.Count == 0)
        {
            return;
        }

        var fired = await store.FindFiredAsync(
            item.Tenant,
            schedule.DefinitionId,
            schedule.ActivityId,
            [.. occasions.Select(occasion => occasion.Key)],
            turn.CancellationToken
        );
        foreach (var occasion in occasions.Where(occasion => !fired.Contains(occasion.Key, StringComparer.Ordinal)))
        {
            var state = Decide(trigger, context, occasion, turn.Now);
            work.Effects.Add(new OccasionFired(schedule.DefinitionId, schedule.ActivityId, occasion, state, turn.Now));
            if (state != OccasionState.Skipped)
            {
                var spread = new OccasionWork(schedule.DefinitionId, schedule.ActivityId, occasion);
                work.Enqueue(OccasionWork.Item(item.Tenant, spread, turn.Now));
            }
        }
    }

    /// <summary>Brings an occasion to a page of its guests.</summary>
    public async ValueTask SpreadAsync(WorkItem item, OccasionWork spread, SubjectWork work, Turn turn)
    {
        var stimulus = new Stimulus(
            OccasionTrigger.StimulusName,
            OccasionTrigger.KeyOf(spread.DefinitionId, spread.ActivityId),
            spread.Occasion.Key
        );
        if (triggers.Find(stimulus.Hash) is not [{ Trigger: OccasionTrigger trigger } entry, ..])
        {
            // Unpublished since.
            return;
        }

        var context = new TriggerIndexingContext(entry.Graph) { Services = services };
        await trigger.PrepareAsync(context, turn.CancellationToken);
        var search = new OccasionSearch(item.Tenant, context, spread.Occasion, spread.After);
        var page = await trigger.FindAsync(search, turn.CancellationToken);
        foreach (var guest in page.Guests)
        {
            work.Enqueue(Invite(item.Tenant, stimulus, spread.Occasion, guest, turn.Now));
        }

        if (page.Guests.Count > 0)
        {
            work.Effects.Add(
                new OccasionSpread(
                    spread.DefinitionId,
                    spread.ActivityId,
                    spread.Occasion.Key,
                    page.Guests.Count,
                    spread.After
                )
            );
        }

        if (page.Next is { } next)
        {
            work.Enqueue(OccasionWork.Item(item.Tenant, spread with { After = next }, turn.Now));
        }
    }

    /// <summary>
    /// The next firing. A version that was replaced still owes what comes before the newer one surely has a schedule of its
    /// own; after that it hands over. What both fire, the database takes once.
    /// </summary>
    private static WorkItem Following(
        int tenant,
        ScheduledStart schedule,
        TriggerEntry entry,
        DateTimeOffset next,
        DateTimeOffset now
    ) =>
        schedule.Names(entry) || next - now > HandOver
            ? ScheduledStart.Item(tenant, entry, next)
            : ScheduledStart.Item(tenant, schedule, next);

    private static WorkItem Invite(
        int tenant,
        Stimulus stimulus,
        Occasion occasion,
        OccasionGuest guest,
        DateTimeOffset now
    )
    {
        var input = new Dictionary<string, object?>(occasion.Input, StringComparer.Ordinal);
        foreach (var (name, value) in guest.Input)
        {
            input[name] = value;
        }

        return new WorkItem
        {
            Tenant = tenant,
            Subject = guest.Subject,
            Kind = WorkKind.Stimulus,
            DueAt = now,
            Payload = new SubjectStimulus(stimulus with { Input = input, CorrelationId = guest.CorrelationId }),
        };
    }

    private static OccasionState Decide(
        OccasionTrigger trigger,
        TriggerIndexingContext context,
        Occasion occasion,
        DateTimeOffset now
    )
    {
        var (policy, tolerance) = trigger.MisfireOf(context);
        return now - occasion.DueAt <= tolerance ? OccasionState.OnTime
            : policy == Misfire.Skip ? OccasionState.Skipped
            : policy == Misfire.RunOnce && IsFollowed(trigger, context, occasion, now) ? OccasionState.Skipped
            : OccasionState.Late;
    }

    /// <summary>Whether the series came round once more since.</summary>
    private static bool IsFollowed(
        OccasionTrigger trigger,
        TriggerIndexingContext context,
        Occasion occasion,
        DateTimeOffset now
    )
    {
        var at = trigger.NextOccurrence(context, occasion.DueAt);
        while (at is { } time && time <= now)
        {
            if (
                trigger
                    .OccasionsAt(context, time)
                    .Any(later => string.Equals(later.Series, occasion.Series, StringComparison.Ordinal))
            )
            {
                return true;
            }

            at = trigger.NextOccurrence(context, time);
        }

        return false;
    }
}
