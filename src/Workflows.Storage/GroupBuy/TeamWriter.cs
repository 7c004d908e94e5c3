using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Ledger;
using Workflows.Marketing.Plays.GroupBuy;
using Workflows.Storage.Ledger;

namespace Workflows.Storage.GroupBuy;

/// <summary>Writes a change of a team with its money and its news, inside the caller's transaction.</summary>
internal sealed class TeamWriter(WorkflowsDbContext context, int tenant)
{
    /// <param name="before">The team as it is in the database; null where it is new.</param>
    /// <param name="change">What happens to it.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task WriteAsync(Team? before, TeamChange change, CancellationToken cancellationToken)
    {
        var team = change.Team;
        if (before is not null)
        {
            context.Update(TeamRows.Of(tenant, team));
        }

        var known = before?.Seats.ToDictionary(seat => seat.Number) ?? [];
        foreach (var seat in team.Seats.Where(seat => known.GetValueOrDefault(seat.Number) != seat))
        {
            var row = TeamRows.Of(tenant, team, seat);
            context.Entry(row).State = known.ContainsKey(seat.Number) ? EntityState.Modified : EntityState.Added;
        }

        context.AddRange(change.News.Select(news => TeamRows.Of(tenant, news)));
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
        await PayAsync(change, cancellationToken);
    }

    private async Task PayAsync(TeamChange change, CancellationToken cancellationToken)
    {
        var ledger = new LedgerWriter(context, tenant);
        foreach (var transaction in change.Money)
        {
            if (await ledger.PostAsync(transaction, cancellationToken) != LedgerPosting.Posted)
            {
                throw new InvalidOperationException($"The money of {transaction.Key} has moved before.");
            }
        }
    }
}
