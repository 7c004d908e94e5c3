using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;
using Workflows.Storage.Messages;
using Workflows.Storage.Settings;

namespace Workflows.Storage.Contacts;

/// <summary>Makes one tag of two: for all contacts and in the catalogue, in one transaction (S3-54).</summary>
public sealed class TagMergeStore
{
    private const int Batch = 500;
    private const int MostAttempts = 5;
    private readonly WorkflowsDbContextFactory _contexts;
    private readonly WriteGate _gate;

    internal TagMergeStore(WorkflowsDbContextFactory contexts, WriteGate gate) => (_contexts, _gate) = (contexts, gate);

    /// <summary>
    /// Merges two tags. Turns that are running for a contact concerned are dropped and done again, so that none of them writes the old
    /// tag back; each contact's history has a line of it.
    /// </summary>
    /// <param name="tenant">Whose contacts.</param>
    /// <param name="merge">Which tags.</param>
    /// <param name="tell">What other systems are told of a contact as it is now; leaves with the transaction. Null tells nobody.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is changed.</param>
    /// <returns>How many contacts had the tag; null where neither a contact nor the catalogue has it.</returns>
    public async Task<int?> MergeAsync(
        int tenant,
        TagMerge merge,
        Func<ContactState, IEnumerable<OutboundMessage>>? tell,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(merge);
        using var turn = await _gate.EnterAsync(cancellationToken);
        for (var attempt = 1; attempt < MostAttempts; attempt++)
        {
            try
            {
                if (await TryAsync(tenant, merge, tell, cancellationToken) is { } merged)
                {
                    return merged.Count;
                }
            }
            catch (Exception failure) when (IsCrossed(failure))
            {
                // Somebody who writes without a lease locked crosswise, and the database chose this side.
            }
        }

        var last = await TryAsync(tenant, merge, tell, cancellationToken);
        return last is null
            ? throw new TimeoutException("The contacts are too busy to merge their tags now.")
            : last.Count;
    }

    /// <returns>Null where a turn without a lease took an item away in between: then all is looked at once more.</returns>
    private async Task<Merged?> TryAsync(
        int tenant,
        TagMerge merge,
        Func<ContactState, IEnumerable<OutboundMessage>>? tell,
        CancellationToken cancellationToken
    )
    {
        await using var context = _contexts.Create();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.HoldTurnsAsync(cancellationToken);
        var (book, isKnown) = await MergeBookAsync(context, tenant, merge, cancellationToken);
        var count = await MergeContactsAsync(context, tenant, merge, book, tell, cancellationToken);
        if (count is null)
        {
            return null;
        }

        await transaction.CommitAsync(cancellationToken);
        return new Merged(count > 0 || isKnown ? count : null);
    }

    private static bool IsCrossed(Exception failure)
    {
        for (var inner = failure; inner is not null; inner = inner.InnerException)
        {
            if (inner is DbException { IsTransient: true })
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<(TagBook Book, bool IsKnown)> MergeBookAsync(
        WorkflowsDbContext context,
        int tenant,
        TagMerge merge,
        CancellationToken cancellationToken
    )
    {
        var row = await context
            .Set<SettingRow>()
            .SingleOrDefaultAsync(one => one.Tenant == tenant && one.Name == TagCatalog.Document, cancellationToken);
        var book = row is null ? TagBook.None : TagBookJson.Read(row.Value).Book ?? TagBook.None;
        if (book.Find(merge.From) is null)
        {
            return (book, false);
        }

        row!.Value = TagBookJson.Write(merge.Apply(book));
        await context.SaveChangesAsync(cancellationToken);
        return (book, true);
    }

    private static async Task<int?> MergeContactsAsync(
        WorkflowsDbContext context,
        int tenant,
        TagMerge merge,
        TagBook book,
        Func<ContactState, IEnumerable<OutboundMessage>>? tell,
        CancellationToken cancellationToken
    )
    {
        // What only looks like it in the column is left out when it is read.
        var written = ContactJson.Write(merge.From);
        var ids = await context
            .Set<ContactRow>()
            .Where(row => row.Tenant == tenant && row.Tags.Contains(written))
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
        var count = 0;
        foreach (var some in ids.Chunk(Batch))
        {
            if (!await new MovingWork(context, tenant).RenewAsync(some, (subject, _) => subject, cancellationToken))
            {
                return null;
            }

            count += await RewriteAsync(context, tenant, some, merge, book, tell, cancellationToken);
        }

        return count;
    }

    private static async Task<int> RewriteAsync(
        WorkflowsDbContext context,
        int tenant,
        Guid[] ids,
        TagMerge merge,
        TagBook book,
        Func<ContactState, IEnumerable<OutboundMessage>>? tell,
        CancellationToken cancellationToken
    )
    {
        context.ChangeTracker.Clear();
        var rows = await context
            .Set<ContactRow>()
            .Where(row => row.Tenant == tenant && ids.Contains(row.Id))
            .ToListAsync(cancellationToken);
        var names = await NamesAsync(context, tenant, tell is null ? [] : ids, cancellationToken);
        var count = 0;
        foreach (var row in rows)
        {
            if (merge.Apply(ContactRows.Read(row, names[row.Id]), book) is not { } contact)
            {
                continue;
            }

            row.Tags = ContactJson.Write(contact.Tags);
            row.Traits = ContactTraits.Write(contact);
            context.Add(LineOf(tenant, contact.Id, merge));
            context.AddRange((tell?.Invoke(contact) ?? []).Select(message => MessageRow.Queued(tenant, message)));
            count++;
        }

        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
        return count;
    }

    private static async Task<ILookup<Guid, ContactIdentity>> NamesAsync(
        WorkflowsDbContext context,
        int tenant,
        Guid[] ids,
        CancellationToken cancellationToken
    )
    {
        var rows = await context
            .Set<ContactIdentityRow>()
            .AsNoTracking()
            .Where(row => ids.Contains(row.ContactId) && row.Tenant == tenant)
            .ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.ContactId, row => new ContactIdentity((IdentityKind)row.Kind, row.Value));
    }

    private static HistoryRow LineOf(int tenant, Guid contact, TagMerge merge) =>
        new()
        {
            Tenant = tenant,
            Key = $"tag-merge:{merge.At.UtcTicks}:{contact:N}",
            ContactId = contact,
            Kind = (short)HistoryKind.Tag,
            At = merge.At,
            Before = HistoryText.Shorten(merge.From),
            After = HistoryText.Shorten(merge.Into),
            By = HistoryText.Shorten(merge.By, 256)!,
        };

    /// <param name="Count">How many contacts had the tag; null where nobody knows it.</param>
    private sealed record Merged(int? Count);
}
