using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Invites;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Invites;

/// <summary>Counts how campaigns of invitations spread.</summary>
public sealed class InviteReports
{
    private readonly WorkflowsDbContextFactory _contexts;

    internal InviteReports(WorkflowsDbContextFactory contexts) => _contexts = contexts;

    /// <summary>The figures of a campaign; all of them 0 where there is none.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="campaign">The campaign: 1 to 20 letters and digits.</param>
    /// <param name="from">The first moment that counts.</param>
    /// <param name="until">The first moment that does not count any more.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<InviteFigures> ReadAsync(
        int tenant,
        string campaign,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        await using var context = _contexts.Create();
        var given = context
            .Set<HistoryRow>()
            .Where(row =>
                row.Tenant == tenant
                && row.Kind == (short)HistoryKind.Invitation
                && row.Before == campaign
                && row.At >= from
                && row.At < until
            );
        // We wrote these data ourselves: the campaign stands there in one way only.
        var said = $"\"campaign\":\"{campaign}\"";
        var told = await context
            .Set<ContactEventRow>()
            .Where(row =>
                row.Tenant == tenant
                && row.Source == InviteEvents.Source
                && row.At >= from
                && row.At < until
                && row.Data!.Contains(said)
            )
            .GroupBy(row => row.Type)
            .Select(own => new { Type = own.Key, Count = own.Count() })
            .ToDictionaryAsync(own => own.Type, own => own.Count, StringComparer.Ordinal, cancellationToken);
        return new InviteFigures(
            campaign,
            await given.Select(row => row.ContactId).Distinct().CountAsync(cancellationToken),
            await given.CountAsync(cancellationToken),
            told.GetValueOrDefault(InviteEvents.Accepted),
            told.GetValueOrDefault(InviteEvents.Ordered)
        );
    }
}
