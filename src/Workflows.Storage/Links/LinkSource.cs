namespace Workflows.Storage.Links;

/// <summary>The message that a link went out with.</summary>
internal sealed record LinkSource(string? ContentRef, string Journey, string Template, string? Sender, string? Address);
