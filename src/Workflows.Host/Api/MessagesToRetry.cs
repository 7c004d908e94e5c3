namespace Workflows.Host.Api;

/// <summary>Dead letters to try again.</summary>
/// <param name="Keys">Their keys, 1 to 1000.</param>
internal sealed record MessagesToRetry(IReadOnlyList<string>? Keys);
