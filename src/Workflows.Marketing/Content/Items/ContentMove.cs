namespace Workflows.Marketing.Content;

/// <summary>One line of a content's history: who did what with which version (S3-60).</summary>
/// <param name="Version">The version.</param>
/// <param name="Step">What was done.</param>
/// <param name="From">Where it stood before; null where it began.</param>
/// <param name="To">Where it stood then.</param>
/// <param name="At">When.</param>
/// <param name="By">By whom.</param>
/// <param name="Note">What was said about it, or null.</param>
public sealed record ContentMove(
    int Version,
    ContentStep Step,
    ContentState? From,
    ContentState To,
    DateTimeOffset At,
    string By,
    string? Note
);
