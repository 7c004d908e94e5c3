using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Importing;

/// <summary>
/// Where history is written: events that start and wake nothing. Their contacts know at once what they say, as if the events'
/// turns had run. No host may own the contacts meanwhile.
/// </summary>
public interface IImportStore
{
    /// <summary>How far the file with this key came, or null when it was never begun.</summary>
    Task<ImportCheckpoint?> FindAsync(int tenant, string key, CancellationToken cancellationToken);

    /// <summary>Whether a host is alive on the database.</summary>
    Task<bool> IsServedAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Writes a batch and how far the file has come, in one transaction.</summary>
    /// <param name="tenant">Whose contacts.</param>
    /// <param name="events">Valid events, in the order of the file; those that are known are left out.</param>
    /// <param name="checkpoint">Makes the checkpoint from what the batch came to.</param>
    /// <param name="now">When the events arrive.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing of the batch is kept.</param>
    /// <returns>The checkpoint as written.</returns>
    Task<ImportCheckpoint> WriteAsync(
        int tenant,
        IReadOnlyList<ContactEvent> events,
        Func<ImportedRows, ImportCheckpoint> checkpoint,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );
}
