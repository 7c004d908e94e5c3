using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Content;
using Workflows.Storage.Messages;

namespace Workflows.Storage.Links;

/// <summary>The tracked links of a workspace and their clicks.</summary>
public sealed class LinkLedger
{
    private readonly WorkflowsDbContextFactory _contexts;
    private readonly WriteGate _gate;

    internal LinkLedger(WorkflowsDbContextFactory contexts, WriteGate gate) => (_contexts, _gate) = (contexts, gate);

    /// <summary>The link of a code, or null.</summary>
    public async Task<FollowedLink?> FindAsync(int tenant, string code, CancellationToken cancellationToken)
    {
        await using var context = _contexts.Create();
        var link = await context
            .Set<TrackedLinkRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Tenant == tenant && row.Code == code, cancellationToken);
        if (link is null)
        {
            return null;
        }

        var message = await context
            .Set<MessageRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && row.Key == link.MessageKey)
            .Select(row => new
            {
                row.ContactId,
                row.Address,
                row.Template,
                row.ContentRef,
                row.Journey,
            })
            .SingleOrDefaultAsync(cancellationToken);
        return new FollowedLink(
            code,
            link.Target,
            // In a group or in Moments anybody may have clicked.
            message?.Address
                is null
                ? message?.ContactId
                : null,
            message?.Template,
            message?.ContentRef,
            message?.Journey
        )
        {
            OpensAt = link.OpensAt,
            EndsAt = link.EndsAt,
            Audience = LinkAudience.TryParse(link.Audience, out var audience) ? audience : null,
        };
    }

    /// <summary>Counts a click.</summary>
    public async Task CountAsync(int tenant, string code, DateTimeOffset at, CancellationToken cancellationToken)
    {
        using var turn = await _gate.EnterAsync(cancellationToken);
        await using var context = _contexts.Create();
        await context
            .Set<TrackedLinkRow>()
            .Where(row => row.Tenant == tenant && row.Code == code)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.Clicks, row => row.Clicks + 1)
                        .SetProperty(row => row.FirstClickedAt, row => row.FirstClickedAt ?? at)
                        .SetProperty(row => row.LastClickedAt, at),
                cancellationToken
            );
    }
}
