namespace Workflows.Marketing.Channels.WeCom.Tags;

/// <summary>What came of a question or a wish about the company's tags.</summary>
/// <param name="Groups">All tags as they are now; empty where WeCom said no.</param>
/// <param name="Failure">Why WeCom did not do it; null where it is done.</param>
public sealed record CorpTagOutcome(IReadOnlyList<CorpTagGroup> Groups, string? Failure = null);
