namespace Workflows.Host.Api.Content;

/// <summary>How many there are of a limited value, and until when.</summary>
/// <param name="Total">How many; 0 to 100,000,000.</param>
/// <param name="EndsAt">When the offer ends; null for when all are taken.</param>
internal sealed record StockToKeep(int Total, DateTimeOffset? EndsAt);
