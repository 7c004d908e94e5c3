using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Service.FollowUps;

namespace Workflows.Storage.Service;

/// <summary>The follow-up records of contacts; they are written with the events they come from (S0-55).</summary>
public sealed class FollowUps
{
    private readonly WorkflowsDbContextFactory _contexts;
    private readonly WriteGate _gate;

    internal FollowUps(WorkflowsDbContextFactory contexts, WriteGate gate) => (_contexts, _gate) = (contexts, gate);

    /// <summary>A page of a contact's records, the latest first.</summary>
    /// <param name="tenant">Whose contact.</param>
    /// <param name="contactId">Which contact.</param>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<IReadOnlyList<FollowUp>> ListAsync(
        int tenant,
        Guid contactId,
        int skip,
        int take,
        CancellationToken cancellationToken
    )
    {
        await using var context = _contexts.Create();
        var rows = await Rows(context, tenant, contactId)
            .OrderByDescending(row => row.LastAt)
            .ThenBy(row => row.Key)
            .Skip(skip)
            .Take(take)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(Read);
    }

    /// <summary>Changes what a record says.</summary>
    /// <param name="tenant">Whose contact.</param>
    /// <param name="changed">The record with its new text and time to speak again, and who changed it when.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Whether there is such a record.</returns>
    public async Task<bool> EditAsync(int tenant, FollowUp changed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changed);
        using var turn = await _gate.EnterAsync(cancellationToken);
        await using var context = _contexts.Create();
        var rows = await Rows(context, tenant, changed.ContactId)
            .Where(row => row.Key == changed.Key)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.Text, changed.Text)
                        .SetProperty(row => row.NextAt, changed.NextAt)
                        .SetProperty(row => row.EditedBy, changed.EditedBy)
                        .SetProperty(row => row.EditedAt, changed.EditedAt),
                cancellationToken
            );
        return rows == 1;
    }

    private static IQueryable<FollowUpRow> Rows(WorkflowsDbContext context, int tenant, Guid contactId) =>
        context.Set<FollowUpRow>().AsNoTracking().Where(row => row.ContactId == contactId && row.Tenant == tenant);

    private static FollowUp Read(FollowUpRow row) =>
        new(row.Key, row.ContactId, (FollowUpKind)row.Kind, row.At)
        {
            LastAt = row.LastAt,
            Staff = row.Staff,
            Items = row.Items,
            Seconds = row.Seconds,
            Text = row.Text,
            NextAt = row.NextAt,
            EditedBy = row.EditedBy,
            EditedAt = row.EditedAt,
        };
}
