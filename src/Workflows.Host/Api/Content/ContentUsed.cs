namespace Workflows.Host.Api.Content;

/// <summary>A use that is counted.</summary>
/// <param name="Content">The content with its version.</param>
/// <param name="IsDuplicate">Whether it was known before, and not counted again.</param>
internal sealed record ContentUsed(string Content, bool IsDuplicate);
