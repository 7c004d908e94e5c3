using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Launches;
using Workflows.Storage.Messages;
using Workflows.Storage.WeCom;

namespace Workflows.Storage.Launches;

/// <summary>Which messages Moments of WeCom are.</summary>
public sealed class PostedMoments
{
    private readonly WorkflowsDbContextFactory _contexts;

    internal PostedMoments(WorkflowsDbContextFactory contexts) => _contexts = contexts;

    /// <summary>The messages of some Moments, one for each member who posts one; Moments of others are missing.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="moments">Their ids in WeCom.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<IReadOnlyList<PostedMoment>> FindAsync(
        int tenant,
        IReadOnlyCollection<string> moments,
        CancellationToken cancellationToken
    )
    {
        await using var context = _contexts.Create();
        return await context
            .Set<SendIntentRow>()
            .AsNoTracking()
            .Where(intent => intent.Tenant == tenant && intent.Name != null && moments.Contains(intent.Name))
            .Join(
                context.Set<SendIntentMessageRow>(),
                intent => intent.Id,
                part => part.IntentId,
                (intent, part) =>
                    new
                    {
                        intent.Name,
                        part.Tenant,
                        part.Key,
                        part.Recipient,
                    }
            )
            .Join(
                context.Set<MessageRow>(),
                part => new { part.Tenant, part.Key },
                message => new { message.Tenant, message.Key },
                (part, message) => new PostedMoment(part.Name!, part.Recipient, message.Template, message.Journey)
            )
            .ToListAsync(cancellationToken);
    }
}
