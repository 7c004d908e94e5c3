using Microsoft.EntityFrameworkCore;
using Workflows.Storage.Links;

namespace Workflows.Storage.Contacts;

/// <summary>Whether figures come in at all (S0-21). Only reads.</summary>
public sealed class TrafficFigures
{
    private readonly WorkflowsDbContextFactory _contexts;

    internal TrafficFigures(WorkflowsDbContextFactory contexts) => _contexts = contexts;

    /// <summary>Whether an order was paid, or a tracked link clicked, since a time.</summary>
    public async Task<bool> AnyAsync(int tenant, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var context = _contexts.Create();
        return await context
                .Set<OrderRow>()
                .AnyAsync(row => row.Tenant == tenant && row.Counts && row.PaidAt >= since, cancellationToken)
            || await context
                .Set<TrackedLinkRow>()
                .AnyAsync(row => row.Tenant == tenant && row.LastClickedAt >= since, cancellationToken);
    }
}
