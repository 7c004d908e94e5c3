namespace Workflows.Marketing.Templates;

/// <summary>What a template must not exceed.</summary>
/// <param name="Text">The limit in words.</param>
/// <param name="Source">Where it comes from: a requirement, a law, a platform, or <c>assumed</c>.</param>
public sealed record TemplateLimit(TemplateText Text, string Source);
