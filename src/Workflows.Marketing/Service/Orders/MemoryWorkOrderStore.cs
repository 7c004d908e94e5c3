namespace Workflows.Marketing.Service.Orders;

/// <summary>Work orders in memory, for trials and tests. One tenant only. Safe on every thread.</summary>
public sealed class MemoryWorkOrderStore : IWorkOrderStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, WorkOrder> _orders = [];
    private readonly Dictionary<string, WorkOrderEntry> _entries = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<WorkOrder?> FindAsync(int tenant, Guid id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_orders.GetValueOrDefault(id));
        }
    }

    /// <inheritdoc/>
    public Task<WorkOrder?> FindLatestAsync(int tenant, Guid contactId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(
                Ordered_NeedsLock()
                    .FirstOrDefault(order => order.ContactId == contactId && order.State != WorkOrderState.Merged)
            );
        }
    }

    /// <inheritdoc/>
    public Task<WorkOrderEntry?> FindEntryAsync(int tenant, string key, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_entries.GetValueOrDefault(key));
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkOrder>> ListAsync(
        int tenant,
        WorkOrderQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<WorkOrder>>([
                .. Ordered_NeedsLock()
                    .Where(order => query.State is null || order.State == query.State)
                    .Where(order => query.Staff is null || query.Staff.Equals(order.Staff, StringComparison.Ordinal))
                    .Where(order => query.ContactId is null || order.ContactId == query.ContactId)
                    .Skip(query.Skip)
                    .Take(query.Take),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkOrderEntry>> ListEntriesAsync(
        int tenant,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<WorkOrderEntry>>([
                .. _entries
                    .Values.Where(entry => entry.OrderId == id)
                    .OrderBy(entry => entry.At)
                    .ThenBy(entry => entry.Key, StringComparer.Ordinal),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<bool> SaveAsync(
        int tenant,
        WorkOrder order,
        WorkOrderEntry entry,
        CancellationToken cancellationToken
    ) => Task.FromResult(Write([order], [], [entry]));

    /// <inheritdoc/>
    public Task<bool> RegroupAsync(
        int tenant,
        WorkOrder from,
        WorkOrder to,
        IReadOnlyCollection<string> moved,
        IReadOnlyList<WorkOrderEntry> entries,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(to);
        lock (_gate)
        {
            return Task.FromResult(
                Write([from, to], [.. moved.Select(key => _entries[key] with { OrderId = to.Id })], entries)
            );
        }
    }

    private bool Write(
        IReadOnlyList<WorkOrder> orders,
        IReadOnlyList<WorkOrderEntry> moved,
        IReadOnlyList<WorkOrderEntry> added
    )
    {
        lock (_gate)
        {
            if (
                orders.Any(order => (_orders.GetValueOrDefault(order.Id)?.Revision ?? 0) != order.Revision)
                || added.Any(entry => _entries.ContainsKey(entry.Key))
            )
            {
                return false;
            }

            foreach (var order in orders)
            {
                _orders[order.Id] = order with { Revision = order.Revision + 1 };
            }

            foreach (var entry in moved.Concat(added))
            {
                _entries[entry.Key] = entry;
            }

            return true;
        }
    }

    private IOrderedEnumerable<WorkOrder> Ordered_NeedsLock() =>
        _orders.Values.OrderByDescending(order => order.LastAt).ThenByDescending(order => order.Id);
}
