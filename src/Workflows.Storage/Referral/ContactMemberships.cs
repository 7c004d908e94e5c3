using Microsoft.EntityFrameworkCore;

namespace Workflows.Storage.Referral;

/// <summary>
/// Whose the memberships of distributions are, inside the caller's transaction. Members keep their ids: who brought whom, tiers and what is owed hang on
/// those, and nothing of it has to move with a contact.
/// </summary>
internal sealed class ContactMemberships(WorkflowsDbContext context, int tenant, CancellationToken ct)
{
    /// <summary>A contact's memberships, by program.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, Guid>>> OfAsync(Guid contact)
    {
        var rows = await Of(contact).Select(row => new { row.Program, row.Id }).ToListAsync(ct);
        return [.. rows.Select(row => KeyValuePair.Create(row.Program, row.Id))];
    }

    /// <summary>Gives memberships to another contact.</summary>
    public async Task MoveAsync(IReadOnlyList<KeyValuePair<string, Guid>> memberships, Guid to)
    {
        foreach (var (program, id) in memberships)
        {
            await context
                .Set<ReferralMemberRow>()
                .Where(row => row.Tenant == tenant && row.Program == program && row.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ContactId, to), ct);
        }
    }

    /// <summary>Leaves a place in the tree that is nobody's: those below keep theirs, and nobody is paid there any more.</summary>
    public Task EmptyAsync(Guid contact) =>
        Of(contact).ExecuteUpdateAsync(set => set.SetProperty(row => row.ContactId, (Guid?)null), ct);

    private IQueryable<ReferralMemberRow> Of(Guid contact) =>
        context.Set<ReferralMemberRow>().Where(row => row.ContactId == contact && row.Tenant + 0 == tenant);
}
