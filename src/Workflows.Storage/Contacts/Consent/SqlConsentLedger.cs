using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Contacts;

namespace Workflows.Storage.Contacts;

/// <summary>The ledger of consent in the database.</summary>
internal sealed class SqlConsentLedger(WorkflowsDbContextFactory contexts) : IConsentLedger
{
    public async Task<IReadOnlyDictionary<Guid, ContactConsents>> FindAsync(
        int tenant,
        IReadOnlyCollection<Guid> contacts,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = await Rows(context, tenant)
            .Where(row => contacts.Contains(row.ContactId))
            .ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.ContactId, Mark).ToDictionary(lines => lines.Key, ContactConsents.Of);
    }

    public async Task<IReadOnlyList<ConsentEntry>> ListAsync(
        int tenant,
        Guid contactId,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = await Rows(context, tenant)
            .Where(row => row.ContactId == contactId)
            .OrderBy(row => row.At)
            .ThenBy(row => row.EventSource)
            .ThenBy(row => row.EventId)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new ConsentEntry(
                Mark(row),
                row.Source,
                row.TextVersion,
                row.StaffId,
                row.EventSource,
                row.EventId,
                row.RecordedAt
            )),
        ];
    }

    private static ConsentMark Mark(ConsentRow row) => new(row.Channel, row.Purpose, row.IsGranted, row.At);

    private static IQueryable<ConsentRow> Rows(WorkflowsDbContext context, int tenant) =>
        context.Set<ConsentRow>().AsNoTracking().Where(row => row.Tenant + 0 == tenant);
}
