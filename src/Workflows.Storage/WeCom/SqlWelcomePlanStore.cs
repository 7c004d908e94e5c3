using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Channels.WeCom.Welcome;

namespace Workflows.Storage.WeCom;

/// <summary>The versions of welcome plans.</summary>
internal sealed class SqlWelcomePlanStore(WorkflowsDbContextFactory contexts, WriteGate gate) : IWelcomePlanStore
{
    private const int MaxTries = 10;

    public async Task<PublishedWelcomePlan?> NewestAsync(int tenant, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return await context
            .Set<WelcomePlanRow>()
            .Where(row => row.Tenant == tenant)
            .OrderByDescending(row => row.Version)
            .Select(row => new PublishedWelcomePlan(row.Version, row.PublishedAt, row.Document))
            .FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<PublishedWelcomePlan> AddAsync(
        int tenant,
        string document,
        DateTimeOffset publishedAt,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        for (var tries = 1; ; tries++)
        {
            var version = ((await NewestAsync(tenant, cancellationToken))?.Version ?? 0) + 1;
            await using var context = contexts.Create();
            context.Add(
                new WelcomePlanRow
                {
                    Tenant = tenant,
                    Version = version,
                    PublishedAt = publishedAt,
                    Document = document,
                }
            );
            try
            {
                await context.SaveChangesAsync(cancellationToken);
                return new PublishedWelcomePlan(version, publishedAt, document);
            }
            catch (DbUpdateException) when (tries < MaxTries)
            {
                // Somebody published the same version a moment ago: ours is the next one.
            }
        }
    }
}
