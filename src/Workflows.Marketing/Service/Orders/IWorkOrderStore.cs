namespace Workflows.Marketing.Service.Orders;

/// <summary>Where work orders and their histories are kept. Nobody overwrites what somebody else changed, and what has a key is written once.</summary>
public interface IWorkOrderStore
{
    /// <summary>A work order, or null.</summary>
    Task<WorkOrder?> FindAsync(int tenant, Guid id, CancellationToken cancellationToken);

    /// <summary>The work order of a contact in which something was said last; null where there is none. Merged ones are left out.</summary>
    Task<WorkOrder?> FindLatestAsync(int tenant, Guid contactId, CancellationToken cancellationToken);

    /// <summary>What was written under a key; null for nothing.</summary>
    Task<WorkOrderEntry?> FindEntryAsync(int tenant, string key, CancellationToken cancellationToken);

    /// <summary>A page of work orders, the latest first.</summary>
    Task<IReadOnlyList<WorkOrder>> ListAsync(int tenant, WorkOrderQuery query, CancellationToken cancellationToken);

    /// <summary>The history of a work order, oldest first.</summary>
    Task<IReadOnlyList<WorkOrderEntry>> ListEntriesAsync(int tenant, Guid id, CancellationToken cancellationToken);

    /// <summary>Keeps a work order as it is now, with what happened to it.</summary>
    /// <param name="tenant">Whose it is.</param>
    /// <param name="order">The work order, with the revision it was read at.</param>
    /// <param name="entry">What happened.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>False when somebody else changed it since, or the key is there already; nothing is kept then.</returns>
    Task<bool> SaveAsync(int tenant, WorkOrder order, WorkOrderEntry entry, CancellationToken cancellationToken);

    /// <summary>Keeps two work orders of which one takes lines of the other's history.</summary>
    /// <param name="tenant">Whose they are.</param>
    /// <param name="from">The one that gives, with the revision it was read at.</param>
    /// <param name="to">The one that takes, with the revision it was read at.</param>
    /// <param name="moved">The keys of the lines.</param>
    /// <param name="entries">What happened to both.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>False when somebody else changed one of them since, or a key is there already; nothing is kept then.</returns>
    Task<bool> RegroupAsync(
        int tenant,
        WorkOrder from,
        WorkOrder to,
        IReadOnlyCollection<string> moved,
        IReadOnlyList<WorkOrderEntry> entries,
        CancellationToken cancellationToken
    );
}
