namespace Workflows.Host.Api.Content;

/// <summary>Figures of which scripts, and of which time.</summary>
/// <param name="From">Said at or after this; 30 days before <c>to</c> unless given.</param>
/// <param name="To">Said before this; now unless given.</param>
/// <param name="Category">Only of this category.</param>
internal sealed record ScriptFiguresQuery(DateTimeOffset? From, DateTimeOffset? To, string? Category);
