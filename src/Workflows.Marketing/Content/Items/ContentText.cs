namespace Workflows.Marketing.Content;

/// <summary>What a content says in one language; merge fields such as <c>{{ contact.name | default: "您" }}</c> are filled in.</summary>
/// <param name="Text">The words; empty where the page, picture or file speaks for itself.</param>
/// <param name="Title">The title of a card, or null.</param>
/// <param name="Description">The line below the title, or null.</param>
public sealed record ContentText(string Text = "", string? Title = null, string? Description = null);
