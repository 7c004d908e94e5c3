namespace Workflows.Host.Api.Content;

/// <summary>What is said about a step.</summary>
/// <param name="Note">The note; needed where a review is refused, at most 1,000 characters.</param>
internal sealed record ContentNote(string? Note);
