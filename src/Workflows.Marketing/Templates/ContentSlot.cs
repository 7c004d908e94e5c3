namespace Workflows.Marketing.Templates;

/// <summary>A piece of content a template needs (S3-25).</summary>
/// <param name="Name">The name of the message or of the item in the content library.</param>
/// <param name="Kind">What it is: text, picture, link, mini-program, article, video, poster or script.</param>
/// <param name="Use">What it is for.</param>
public sealed record ContentSlot(string Name, string Kind, TemplateText Use);
