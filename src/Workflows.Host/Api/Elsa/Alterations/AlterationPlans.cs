using Workflows.Host.Composition;
using Workflows.Runtime.Alterations;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Storage.Instances;

namespace Workflows.Host.Api.Elsa.Alterations;

/// <summary>Asks for instances to be altered: each is by its own turn, all of its changes or, where one cannot be done, none.</summary>
internal sealed class AlterationPlans(
    InstanceQueries instances,
    InstanceLists lists,
    IInstanceStore store,
    WorkSignal signal,
    TimeProvider clock
)
{
    private const int AtOnce = 10_000;

    /// <summary>The instances a filter means, 10,000 at most.</summary>
    public async Task<IReadOnlyList<Guid>> FindAsync(AlterationFilter? filter, CancellationToken cancellationToken)
    {
        var found = new HashSet<Guid>();
        foreach (var one in filter?.Translate() ?? [])
        {
            var page = await lists.FindAsync(Tenants.Default, one, AtOnce, cancellationToken);
            found.UnionWith(page.Select(instance => instance.Id));
        }

        return [.. found.Take(AtOnce)];
    }

    /// <summary>Changes instances.</summary>
    public Task<IReadOnlyList<AlterationOutcome>> RunAsync(
        IReadOnlyList<Guid> ids,
        IReadOnlyList<AlterationBody> alterations,
        CancellationToken cancellationToken
    ) => RunAsync(ids, instance => Translate(instance, alterations), cancellationToken);

    /// <summary>Runs again what failed in instances.</summary>
    /// <param name="ids">The instances.</param>
    /// <param name="activityIds">Only these activities; null for all that failed.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public Task<IReadOnlyList<AlterationOutcome>> RetryAsync(
        IReadOnlyList<Guid> ids,
        string[]? activityIds,
        CancellationToken cancellationToken
    ) => RunAsync(ids, instance => Retry(instance, activityIds), cancellationToken);

    private async Task<IReadOnlyList<AlterationOutcome>> RunAsync(
        IReadOnlyList<Guid> ids,
        Func<WorkflowInstance, (List<Alteration> Alterations, List<string> Refusals)> translate,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        List<WorkItem> items = [];
        List<AlterationOutcome> outcomes = [];
        foreach (var id in ids)
        {
            if (await instances.FindAsync(Tenants.Default, id, cancellationToken) is not { } instance)
            {
                outcomes.Add(Refused(id, ["There is no such instance."], now));
                continue;
            }

            var (alterations, refusals) = translate(instance);
            if (refusals.Count > 0 || alterations.Count == 0)
            {
                outcomes.Add(Refused(id, refusals.Count > 0 ? refusals : ["There is nothing to do."], now));
                continue;
            }

            items.Add(AlterWork.Item(Tenants.Default, instance.Subject, id, alterations, now));
            outcomes.Add(Taken(id, alterations, now));
        }

        if (items.Count > 0)
        {
            await store.EnqueueAsync(items, cancellationToken);
            signal.Raise([.. items]);
        }

        return outcomes;
    }

    private static (List<Alteration> Alterations, List<string> Refusals) Translate(
        WorkflowInstance instance,
        IReadOnlyList<AlterationBody> bodies
    )
    {
        List<Alteration> alterations = [];
        List<string> refusals = [];
        foreach (var body in bodies)
        {
            if (body.Translate(instance, out var refusal) is { } alteration)
            {
                alterations.Add(alteration);
            }
            else
            {
                refusals.Add(refusal);
            }
        }

        return (alterations, refusals);
    }

    private static (List<Alteration> Alterations, List<string> Refusals) Retry(
        WorkflowInstance instance,
        string[]? activityIds
    )
    {
        if (instance.Incidents.Count == 0)
        {
            return ([], ["Nothing has failed in the instance."]);
        }

        return activityIds is { Length: > 0 }
            ? ([.. activityIds.Select(id => new Alteration.RunActivity(id))], [])
            : ([new Alteration.RetryFailed()], []);
    }

    private static AlterationOutcome Taken(Guid id, List<Alteration> alterations, DateTimeOffset now) =>
        new(
            id.ToString("N"),
            new AlterationLog([
                .. alterations.Select(alteration => new AlterationLogEntry(
                    $"{alteration.GetType().Name} is done in the instance's next turn.",
                    LogLevel.Information,
                    now,
                    alteration.GetType().Name
                )),
            ]),
            WorkflowHasScheduledWork: true,
            IsSuccessful: true
        );

    private static AlterationOutcome Refused(Guid id, List<string> reasons, DateTimeOffset now) =>
        new(
            id.ToString("N"),
            new AlterationLog([
                .. reasons.Select(reason => new AlterationLogEntry(reason, LogLevel.Error, now, EventName: null)),
            ]),
            WorkflowHasScheduledWork: false,
            IsSuccessful: false
        );
}
