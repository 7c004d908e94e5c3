namespace Workflows.Host.Links;

/// <summary>What a page says in one language.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Text">The sentence below it; empty where the heading says all.</param>
internal sealed record SaidWords(string Title, string Text);
