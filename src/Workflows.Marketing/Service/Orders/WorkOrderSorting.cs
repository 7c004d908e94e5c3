namespace Workflows.Marketing.Service.Orders;

/// <summary>Puts right what the rules got wrong: makes one work order of two, and two of one (S0-58). The history says who did.</summary>
/// <param name="store">Where they are kept.</param>
/// <param name="tenant">Whose they are.</param>
public sealed class WorkOrderSorting(IWorkOrderStore store, int tenant)
{
    /// <summary>Makes one work order part of another of the same customer.</summary>
    /// <returns>The one that is left; null where they are not two that can be one.</returns>
    public async Task<WorkOrder?> MergeAsync(
        Guid id,
        Guid into,
        string by,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var given = await store.FindAsync(tenant, id, cancellationToken);
            var to = await store.FindAsync(tenant, into, cancellationToken);
            if (given is null || to is null || id == into || !CanBeOne(given, to))
            {
                return null;
            }

            var moved = await store.ListEntriesAsync(tenant, id, cancellationToken);
            var isDone = await store.RegroupAsync(
                tenant,
                given with
                {
                    State = WorkOrderState.Merged,
                    MergedInto = into,
                },
                Together(given, to),
                [.. moved.Select(entry => entry.Key)],
                Entries(WorkOrderStep.Merged, given, to, by, at),
                cancellationToken
            );
            if (isDone)
            {
                return await store.FindAsync(tenant, into, cancellationToken);
            }
        }
    }

    /// <summary>Makes a work order of its own of what was said from an instant on.</summary>
    /// <returns>The new one; null where nothing was said since, or nothing before.</returns>
    public async Task<WorkOrder?> SplitAsync(
        Guid id,
        DateTimeOffset since,
        string by,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var given = await store.FindAsync(tenant, id, cancellationToken);
            var entries = await store.ListEntriesAsync(tenant, id, cancellationToken);
            var said = entries.Where(entry => IsSaid(entry.Step)).ToLookup(entry => entry.At >= since);
            if (given is null or { State: WorkOrderState.Merged } || !said[true].Any() || !said[false].Any())
            {
                return null;
            }

            var to = new WorkOrder(Guid.CreateVersion7(at), given.ContactId, said[true].First().At)
            {
                State = given.State,
                Topic = said[true].Select(entry => entry.Note).FirstOrDefault(topic => topic is not null),
                Staff = given.Staff,
                LastAt = given.LastAt,
                AnsweredAt = FirstAnswer(said[true]),
                ClosedAt = given.ClosedAt,
                Outcome = given.Outcome,
            };
            var isDone = await store.RegroupAsync(
                tenant,
                given with
                {
                    LastAt = said[false].Last().At,
                    AnsweredAt = FirstAnswer(said[false]),
                },
                to,
                [.. said[true].Select(entry => entry.Key)],
                Entries(WorkOrderStep.Split, given, to, by, at),
                cancellationToken
            );
            if (isDone)
            {
                return to with { Revision = 1 };
            }
        }
    }

    private static bool CanBeOne(WorkOrder given, WorkOrder to) =>
        given.ContactId == to.ContactId
        && given.State is not WorkOrderState.Merged
        && to.State is not WorkOrderState.Merged;

    private static WorkOrder Together(WorkOrder given, WorkOrder to) =>
        to with
        {
            LastAt = given.LastAt > to.LastAt ? given.LastAt : to.LastAt,
            AnsweredAt = given.AnsweredAt < to.AnsweredAt || to.AnsweredAt is null ? given.AnsweredAt : to.AnsweredAt,
            TradedAt = to.TradedAt ?? given.TradedAt,
            Demand = to.Demand ?? given.Demand,
            Topic = to.Topic ?? given.Topic,
        };

    private static bool IsSaid(WorkOrderStep step) =>
        step is WorkOrderStep.Opened or WorkOrderStep.Asked or WorkOrderStep.Answered or WorkOrderStep.Reopened;

    private static DateTimeOffset? FirstAnswer(IEnumerable<WorkOrderEntry> said) =>
        said.FirstOrDefault(entry => entry.Step is WorkOrderStep.Answered)?.At;

    private static WorkOrderEntry[] Entries(
        WorkOrderStep step,
        WorkOrder given,
        WorkOrder to,
        string by,
        DateTimeOffset at
    )
    {
        var word = $"{step}".ToLowerInvariant();
        return
        [
            new WorkOrderEntry($"{word}:{given.Id:N}:{given.Revision}", given.Id, step, at, by, $"{to.Id}"),
            new WorkOrderEntry($"{word}:{to.Id:N}:{to.Revision}", to.Id, step, at, by, $"{given.Id}"),
        ];
    }
}
