using Microsoft.EntityFrameworkCore;
using Workflows.Storage.Places;

namespace Workflows.Storage.Contacts;

/// <summary>Relations and seats, of which a contact has one with each member of the staff and in each group: two of them become one.</summary>
internal sealed class PairedRows(WorkflowsDbContext context, int tenant, CancellationToken ct)
{
    public async Task MergeAsync(Guid first, MergeRecord record)
    {
        var relations = record
            .Relations.GroupBy(row => row.StaffId, StringComparer.Ordinal)
            .Select(own => own.OrderBy(row => row.At).ThenBy(row => row.ContactId == first).Last().For(first));
        await ReplaceAsync(record, relations, MergedSeats(first, record));
    }

    /// <summary>Both contacts as they were, and what came since for the older one.</summary>
    public async Task PartAsync(MergeRecord record)
    {
        var first = record.First.Id;
        var relations = await context
            .Set<RelationRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && row.ContactId == first)
            .ToListAsync(ct);
        var met = relations.Where(row => !record.Relations.Any(row.IsAsBefore)).ToList();
        var seats = await context
            .Set<SeatRow>()
            .AsNoTracking()
            .Where(row => row.Tenant + 0 == tenant && row.ContactId == first)
            .ToListAsync(ct);
        var taken = seats.Where(row => !record.Seats.Any(row.IsAsBefore)).ToList();
        await ReplaceAsync(
            record,
            [.. met, .. record.Relations.Where(row => row.ContactId != first || !met.Exists(row.IsWithTheSame))],
            [.. taken, .. record.Seats.Where(row => row.ContactId != first || !taken.Exists(row.IsInTheSame))]
        );
    }

    private static IEnumerable<SeatRow> MergedSeats(Guid first, MergeRecord record) =>
        record
            .Seats.GroupBy(row => row.GroupId, StringComparer.Ordinal)
            .Select(own => own.OrderBy(row => row.State == 2).ThenBy(row => row.Since).Last().For(first));

    private async Task ReplaceAsync(MergeRecord record, IEnumerable<RelationRow> relations, IEnumerable<SeatRow> seats)
    {
        Guid[] both = [record.First.Id, record.Second.Id];
        var added = relations.ToArray();
        await context
            .Set<RelationRow>()
            .Where(row => row.Tenant == tenant && both.Contains(row.ContactId))
            .ExecuteDeleteAsync(ct);
        await context
            .Set<SeatRow>()
            .Where(row => row.Tenant + 0 == tenant && both.Contains(row.ContactId))
            .ExecuteDeleteAsync(ct);
        context.AddRange(added);
        context.AddRange(seats);
        await context.SaveChangesAsync(ct);
        context.ChangeTracker.Clear();

        // In one order everywhere, so that two who count the same staff wait for each other instead of locking up.
        var staff = added.Concat(record.Relations).Select(row => row.StaffId).Distinct(StringComparer.Ordinal);
        foreach (var member in staff.Order(StringComparer.Ordinal))
        {
            await CountAsync(member);
        }
    }

    private Task<int> CountAsync(string staff) =>
        context.Database.ExecuteSqlAsync(
            $"""
            UPDATE staff SET load = (SELECT count(*) FROM relations r
                WHERE r.tenant = {tenant} AND r.staff_id = {staff} AND r.state <> 3)
            WHERE tenant = {tenant} AND id = {staff}
            """,
            ct
        );
}
