using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflows.Runtime.Durability;
using Workflows.Storage.Work;

namespace Workflows.Storage.Contacts;

/// <summary>
/// Gives waiting work to its new subject. All work of both contacts is put in anew, under new numbers: a turn that is
/// running for either of them finds its item gone at the commit, is dropped, and is done again with what it is now about.
/// </summary>
internal sealed class MovingWork(WorkflowsDbContext context, int tenant)
{
    /// <summary>Renews the work of all subjects and says whose it becomes.</summary>
    /// <param name="subjects">The contacts concerned.</param>
    /// <param name="ownerOf">The new subject of an item, given its old subject and its instance.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>False when a turn finished an item meanwhile: the transaction has to begin again.</returns>
    public async Task<bool> RenewAsync(
        IReadOnlyCollection<Guid> subjects,
        Func<Guid, Guid?, Guid> ownerOf,
        CancellationToken cancellationToken
    )
    {
        short[] partitions = [.. subjects.Select(Partitions.Of).Distinct()];
        var items = await context
            .Set<WorkItemRow>()
            .AsNoTracking()
            .Where(row => partitions.Contains(row.Partition) && subjects.Contains(row.Subject) && row.Tenant == tenant)
            .OrderBy(row => row.DueAt)
            .ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        var ids = items.Select(row => row.Id).ToArray();
        var taken = await context
            .Set<WorkItemRow>()
            .Where(row => ids.Contains(row.Id))
            .ExecuteDeleteAsync(cancellationToken);
        foreach (var item in items)
        {
            // One by one: items that are due at one instant run in the order of their numbers.
            var owner = ownerOf(item.Subject, item.InstanceId);
            context.Add(
                new WorkItemRow
                {
                    Tenant = item.Tenant,
                    Partition = Partitions.Of(owner),
                    Subject = owner,
                    Kind = item.Kind,
                    DueAt = item.DueAt,
                    InstanceId = item.InstanceId,
                    BookmarkId = item.BookmarkId,
                    Payload = item.Payload is null ? null : Rename(item.Payload, item.Subject, owner),
                    Attempt = item.Attempt,
                }
            );
            await context.SaveChangesAsync(cancellationToken);
        }

        return taken == items.Count;
    }

    // A start that waits names its subject once more within.
    private static byte[] Rename(byte[] payload, Guid from, Guid to) =>
        payload.AsSpan().IndexOf(Encoding.UTF8.GetBytes(from.ToString("D"))) < 0
            ? payload
            : Encoding.UTF8.GetBytes(
                Encoding.UTF8.GetString(payload).Replace(from.ToString("D"), to.ToString("D"), StringComparison.Ordinal)
            );
}
