using Microsoft.EntityFrameworkCore;

namespace Workflows.Storage.Messages;

/// <summary>Takes messages back that are not over; the dispatcher ends them, or their tasks, at its next look.</summary>
internal static class MessageRecall
{
    /// <summary>Marks the messages among these that are not over.</summary>
    /// <returns>How many there are.</returns>
    public static Task<int> TakeBackAsync(
        IQueryable<MessageRow> rows,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        rows.Where(row => row.SettledAt == null)
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(to => to.TakenBackAt, from => from.TakenBackAt ?? at)
                        // What is leased is looked at when its attempt is settled, or its lease ends.
                        .SetProperty(to => to.DueAt, from => from.LeaseOwner == null ? at : from.DueAt),
                cancellationToken
            );
}
