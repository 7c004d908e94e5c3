namespace Workflows.Marketing.Content;

/// <summary>A kind of content (S0-29). A plug-in registers further ones as services of this type.</summary>
/// <param name="Name">Its name in documents, lower case.</param>
/// <param name="English">What people call it in English.</param>
/// <param name="Chinese">What people call it in Chinese.</param>
/// <param name="Forms">The forms it may take.</param>
public sealed record ContentKind(string Name, string English, string Chinese, params IReadOnlyList<ContentForm> Forms);
