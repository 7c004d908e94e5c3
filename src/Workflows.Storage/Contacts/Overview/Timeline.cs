using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Contacts;
using Workflows.Storage.Messages;

namespace Workflows.Storage.Contacts;

/// <summary>Reads a contact's events, messages and changes as one list, newest first.</summary>
internal sealed class Timeline(WorkflowsDbContext context, int tenant, Guid contact)
{
    public async Task<(IReadOnlyList<TimelineEntry> Page, TimelineCursor? Next)> PageAsync(
        TimelineCursor cursor,
        int count,
        CancellationToken cancellationToken
    )
    {
        // As many of each source as the page could need, those of the cursor's instant that were shown included.
        var each = count + cursor.Shown + 1;
        var all = await EventsAsync(cursor.At, each, cancellationToken);
        all.AddRange(await MessagesAsync(cursor.At, each, cancellationToken));
        all.AddRange(await ChangesAsync(cursor.At, each, cancellationToken));
        TimelineEntry[] left =
        [
            .. all.OrderByDescending(entry => entry.At)
                .ThenBy(entry => entry.Kind, StringComparer.Ordinal)
                .ThenBy(entry => entry.Key, StringComparer.Ordinal)
                .Skip(cursor.Shown)
                .Take(count + 1),
        ];
        TimelineEntry[] page = [.. left.Take(count)];
        if (left.Length <= count)
        {
            return (page, null);
        }

        var last = page[^1].At;
        var shown = page.Count(entry => entry.At == last) + (last == cursor.At ? cursor.Shown : 0);
        return (page, new TimelineCursor(last, shown));
    }

    private async Task<List<TimelineEntry>> EventsAsync(DateTimeOffset until, int count, CancellationToken ct)
    {
        var rows = await context
            .Set<ContactEventRow>()
            .AsNoTracking()
            .Where(row => row.ContactId == contact && row.At <= until && row.Tenant + 0 == tenant)
            .OrderByDescending(row => row.At)
            .ThenBy(row => row.Source)
            .ThenBy(row => row.EventId)
            .Take(count)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => new TimelineEntry(
                row.At,
                "event",
                $"{row.Source}:{row.EventId}",
                row.Type,
                row.Data,
                row.Source
            )),
        ];
    }

    private async Task<List<TimelineEntry>> MessagesAsync(DateTimeOffset until, int count, CancellationToken ct)
    {
        var rows = await context
            .Set<MessageRow>()
            .AsNoTracking()
            .Where(row => row.ContactId == contact && row.CreatedAt <= until && row.Tenant + 0 == tenant)
            .OrderByDescending(row => row.CreatedAt)
            .ThenBy(row => row.Key)
            .Take(count)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => new TimelineEntry(
                row.CreatedAt,
                "message",
                row.Key,
                row.Template,
                row.Text,
                row.Journey
            )),
        ];
    }

    private async Task<List<TimelineEntry>> ChangesAsync(DateTimeOffset until, int count, CancellationToken ct)
    {
        var rows = await context
            .Set<HistoryRow>()
            .AsNoTracking()
            .Where(row => row.ContactId == contact && row.At <= until && row.Tenant + 0 == tenant)
            .OrderByDescending(row => row.At)
            .ThenBy(row => row.Key)
            .Take(count)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => new TimelineEntry(
                row.At,
                "change",
                row.Key,
                $"{(HistoryKind)row.Kind}",
                $"{row.Before ?? "-"} → {row.After ?? "-"}",
                row.By
            )),
        ];
    }
}
