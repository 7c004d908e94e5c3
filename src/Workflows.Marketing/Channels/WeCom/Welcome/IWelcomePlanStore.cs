namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>Where welcome plans are kept; each version stays, the newest is in force.</summary>
public interface IWelcomePlanStore
{
    /// <summary>The plan in force, or null before the first.</summary>
    Task<PublishedWelcomePlan?> NewestAsync(int tenant, CancellationToken cancellationToken);

    /// <summary>Puts a plan in force.</summary>
    /// <returns>It with its version.</returns>
    Task<PublishedWelcomePlan> AddAsync(
        int tenant,
        string document,
        DateTimeOffset publishedAt,
        CancellationToken cancellationToken
    );
}
