using System.Globalization;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Service.Orders;

/// <summary>
/// Keeps the work orders of one tenant: what is said opens them and goes into them, journeys and people close, merge, split and rate them. Each
/// step has a key, so that a turn which is repeated after a crash repeats nothing here.
/// </summary>
/// <param name="store">Where they are kept.</param>
/// <param name="rules">Says where one ends and the next begins.</param>
/// <param name="tenant">Whose they are.</param>
public sealed class WorkOrderDesk(IWorkOrderStore store, SessionRules rules, int tenant)
{
    private const int LongestNote = 200;

    /// <summary>Takes in what was said.</summary>
    /// <returns>What it was, and the work order it belongs to (null for none).</returns>
    /// <exception cref="Runtime.Activities.FaultException">The rule set <c>session-boundary</c> is missing, or failed.</exception>
    public async Task<(SessionWord Word, WorkOrder? Order)> HearAsync(
        Contact contact,
        ServiceMessage message,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(message);
        while (true)
        {
            if (await store.FindEntryAsync(tenant, message.Key, cancellationToken) is { } known)
            {
                return (
                    SessionSteps.WordOf(known.Step),
                    await store.FindAsync(tenant, known.OrderId, cancellationToken)
                );
            }

            var latest = await store.FindLatestAsync(tenant, contact.Id, cancellationToken);
            var decided = await rules.DecideAsync(contact, message, latest, now, cancellationToken);
            if (SessionSteps.Of(contact, message, latest, decided) is not var (order, step))
            {
                return (SessionWord.Ignored, null);
            }

            var by = message.IsInbound ? "customer" : message.Staff ?? "staff";
            var entry = new WorkOrderEntry(message.Key, order.Id, step, message.At, by, message.Topic);
            if (await store.SaveAsync(tenant, order, entry, cancellationToken))
            {
                return (SessionSteps.WordOf(step), order with { Revision = order.Revision + 1 });
            }
        }
    }

    /// <summary>Opens a work order by hand.</summary>
    /// <param name="order">It, with an id of its own.</param>
    /// <param name="by">Who does.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Whether it was new.</returns>
    public Task<bool> OpenAsync(WorkOrder order, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var entry = new WorkOrderEntry($"open:{order.Id:N}", order.Id, WorkOrderStep.Opened, order.OpenedAt, by);
        return store.SaveAsync(tenant, order, entry, cancellationToken);
    }

    /// <summary>Closes a work order.</summary>
    /// <param name="id">Which.</param>
    /// <param name="outcome">How it ended, one of <see cref="WorkOrderOutcome"/>.</param>
    /// <param name="key">What tells this closing apart.</param>
    /// <param name="by">Who closes it.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The closed work order; null where it is not open.</returns>
    public Task<WorkOrder?> CloseAsync(
        Guid id,
        string outcome,
        string key,
        string by,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            id,
            order =>
                order.State is not WorkOrderState.Open
                    ? null
                    : (order.Close(outcome, at), new WorkOrderEntry(key, id, WorkOrderStep.Closed, at, by, outcome)),
            key,
            cancellationToken
        );

    /// <summary>Notes that the customer is asked for a rating.</summary>
    /// <returns>The work order; null where it is rated, or was asked about <see cref="WorkOrder.MostAsks"/> times.</returns>
    public Task<WorkOrder?> AskAsync(
        Guid id,
        string key,
        string by,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            id,
            order =>
                order.Rating is not null || order.Asks >= WorkOrder.MostAsks
                    ? null
                    : (
                        order with
                        {
                            Asks = order.Asks + 1,
                        },
                        new WorkOrderEntry(key, id, WorkOrderStep.RatingAsked, at, by)
                    ),
            key,
            cancellationToken
        );

    /// <summary>Writes down what the customer thinks of the service; the first word counts.</summary>
    /// <returns>The rated work order; null where there is none, or it was rated before.</returns>
    public Task<WorkOrder?> RateAsync(
        Guid id,
        int rating,
        string? comment,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            id,
            order =>
                order.Rating is not null || rating is < 1 or > 5
                    ? null
                    : (
                        order with
                        {
                            Rating = rating,
                            Comment = ServiceMessage.Shorten(comment, LongestNote),
                        },
                        new WorkOrderEntry(
                            $"rate:{id:N}",
                            id,
                            WorkOrderStep.Rated,
                            at,
                            "customer",
                            rating.ToString(CultureInfo.InvariantCulture)
                        )
                    ),
            key: null,
            cancellationToken
        );

    /// <summary>A work order, or null.</summary>
    public Task<WorkOrder?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        store.FindAsync(tenant, id, cancellationToken);

    /// <summary>The latest work order of a contact, or null.</summary>
    public Task<WorkOrder?> FindLatestAsync(Guid contactId, CancellationToken cancellationToken) =>
        store.FindLatestAsync(tenant, contactId, cancellationToken);

    private async Task<WorkOrder?> ChangeAsync(
        Guid id,
        Func<WorkOrder, (WorkOrder Order, WorkOrderEntry Entry)?> change,
        string? key,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            if (await store.FindAsync(tenant, id, cancellationToken) is not { } order)
            {
                return null;
            }

            if (key is not null && await store.FindEntryAsync(tenant, key, cancellationToken) is not null)
            {
                return order;
            }

            if (change(order) is not var (changed, entry))
            {
                return null;
            }

            if (await store.SaveAsync(tenant, changed, entry, cancellationToken))
            {
                return changed with { Revision = changed.Revision + 1 };
            }
        }
    }
}
