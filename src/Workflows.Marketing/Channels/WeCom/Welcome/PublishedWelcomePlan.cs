namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>A plan that was published, as it is kept.</summary>
/// <param name="Version">1 for the first, one more for each that follows.</param>
/// <param name="PublishedAt">When it came into force.</param>
/// <param name="Document">The plan as JSON.</param>
public sealed record PublishedWelcomePlan(int Version, DateTimeOffset PublishedAt, string Document);
