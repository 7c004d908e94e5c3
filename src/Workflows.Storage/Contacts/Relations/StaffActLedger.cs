using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Alerts;
using Workflows.Marketing.Contacts;

namespace Workflows.Storage.Contacts;

/// <summary>
/// Counts what people do to many customers (S1-18). A deletion or a hand-over is what became of a relation, an export a line of the customer's history: both
/// are there once, however often they are told, so that counting them again counts the same.
/// </summary>
public sealed class StaffActLedger
{
    private readonly WorkflowsDbContextFactory _contexts;
    private readonly WriteGate _gate;

    internal StaffActLedger(WorkflowsDbContextFactory contexts, WriteGate gate) =>
        (_contexts, _gate) = (contexts, gate);

    /// <summary>Who did more of something than allowed in a time.</summary>
    /// <param name="tenant">Whose staff.</param>
    /// <param name="from">The first moment that counts.</param>
    /// <param name="until">The first moment that does not count any more.</param>
    /// <param name="most">How many customers are allowed.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<IReadOnlyList<StaffActs>> FindAsync(
        int tenant,
        DateTimeOffset from,
        DateTimeOffset until,
        int most,
        CancellationToken cancellationToken
    )
    {
        await using var context = _contexts.Create();
        var lost = await context
            .Set<RelationRow>()
            .Where(row =>
                row.Tenant == tenant
                && row.State == (short)RelationState.Lost
                && row.At >= from
                && row.At < until
                && (row.LostBy == "staff" || row.LostBy == "transfer")
            )
            .GroupBy(row => new { row.StaffId, row.LostBy })
            .Select(own => new
            {
                own.Key.StaffId,
                own.Key.LostBy,
                Count = own.Count(),
            })
            .Where(own => own.Count > most)
            .ToListAsync(cancellationToken);
        var exports = await context
            .Set<HistoryRow>()
            .Where(row =>
                row.Tenant == tenant && row.Kind == (short)HistoryKind.Export && row.At >= from && row.At < until
            )
            .GroupBy(row => row.By)
            .Select(own => new { By = own.Key, Count = own.Select(row => row.ContactId).Distinct().Count() })
            .Where(own => own.Count > most)
            .ToListAsync(cancellationToken);
        return
        [
            .. lost.Select(own => new StaffActs(
                own.LostBy is "staff" ? AlertKinds.Deletions : AlertKinds.Transfers,
                own.StaffId,
                own.Count
            )),
            .. exports.Select(own => new StaffActs(AlertKinds.Exports, own.By, own.Count)),
        ];
    }

    /// <summary>Notes in a customer's history that all that is kept of it was handed out; once a second and user.</summary>
    /// <param name="tenant">Whose customer.</param>
    /// <param name="contact">The customer.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task NoteExportAsync(
        int tenant,
        Guid contact,
        string by,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var who = HistoryText.Shorten(by, 256)!;
        var key = $"export:{contact:N}:{at.ToUnixTimeSeconds()}:{who}";
        using var turn = await _gate.EnterAsync(cancellationToken);
        await using var context = _contexts.Create();
        if (await context.Set<HistoryRow>().AnyAsync(row => row.Tenant == tenant && row.Key == key, cancellationToken))
        {
            return;
        }

        context.Add(
            new HistoryRow
            {
                Tenant = tenant,
                Key = key,
                ContactId = contact,
                Kind = (short)HistoryKind.Export,
                At = at,
                By = who,
            }
        );
        await context.SaveChangesAsync(cancellationToken);
    }
}
