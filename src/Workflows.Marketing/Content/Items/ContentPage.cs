namespace Workflows.Marketing.Content;

/// <summary>A page of a mini-program.</summary>
/// <param name="AppId">The mini-program.</param>
/// <param name="Page">The page's path with its query.</param>
public sealed record ContentPage(string AppId, string Page);
