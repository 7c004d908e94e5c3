namespace Workflows.Host.Api;

/// <summary>What somebody says when a task is done or skipped.</summary>
/// <param name="Note">In a line, at most 1,000 characters; needed to skip.</param>
internal sealed record StaffTaskNote(string? Note);
