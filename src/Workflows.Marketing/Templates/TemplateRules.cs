namespace Workflows.Marketing.Templates;

/// <summary>One rule set of a template.</summary>
/// <param name="Rules">The text of its <c>rules.json</c>.</param>
/// <param name="Cases">The text of its <c>cases.json</c>; null without one.</param>
public sealed record TemplateRules(string Rules, string? Cases);
