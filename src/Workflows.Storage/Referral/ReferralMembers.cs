using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Plays.Referral;

namespace Workflows.Storage.Referral;

/// <summary>The members of one program.</summary>
internal sealed class ReferralMembers(WorkflowsDbContext context, int tenant, string program)
{
    /// <summary>How many are asked for at once.</summary>
    public const int Portion = 500;

    private IQueryable<ReferralMemberRow> Rows =>
        context.Set<ReferralMemberRow>().AsNoTracking().Where(row => row.Tenant == tenant && row.Program == program);

    public async Task<IReadOnlyList<ReferralMember>> FindAsync(
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        List<ReferralMember> found = [];
        foreach (var some in ids.Distinct().Chunk(Portion))
        {
            var rows = await Rows.Where(row => some.Contains(row.Id)).ToListAsync(cancellationToken);
            found.AddRange(rows.Select(ReferralRows.Read));
        }

        return found;
    }

    /// <summary>By contact; of a contact that was made of two members, the earlier.</summary>
    public async Task<Dictionary<Guid, ReferralMember>> FindByContactsAsync(
        IReadOnlyCollection<Guid> contacts,
        CancellationToken cancellationToken
    )
    {
        List<ReferralMember> found = [];
        foreach (var some in contacts.Distinct().Select(id => (Guid?)id).Chunk(Portion))
        {
            // The plus sign keeps SQLite's planner off the primary key: it would read the whole program to find some contacts.
            var rows = await context
                .Set<ReferralMemberRow>()
                .AsNoTracking()
                .Where(row => some.Contains(row.ContactId) && row.Tenant + 0 == tenant && row.Program == program)
                .ToListAsync(cancellationToken);
            found.AddRange(rows.Select(ReferralRows.Read));
        }

        return found
            .GroupBy(one => one.ContactId!.Value)
            .ToDictionary(own => own.Key, own => own.OrderBy(one => one.JoinedAt).ThenBy(one => one.Id).First());
    }

    public async Task<IReadOnlyList<ReferralMember>> ListAsync(
        Guid? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        var rows = after is { } last ? Rows.Where(row => row.Id.CompareTo(last) > 0) : Rows;
        return
        [
            .. (await rows.OrderBy(row => row.Id).Take(count).ToListAsync(cancellationToken)).Select(ReferralRows.Read),
        ];
    }
}
