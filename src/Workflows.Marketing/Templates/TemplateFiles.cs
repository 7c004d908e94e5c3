namespace Workflows.Marketing.Templates;

/// <summary>The files of a template.</summary>
/// <param name="Metadata">The text of <c>template.json</c>.</param>
/// <param name="Workflow">The text of <c>workflow.json</c>.</param>
/// <param name="Cases">The text of <c>cases.json</c>.</param>
/// <param name="Rules">The rule sets it asks, by name.</param>
/// <param name="Content">Pictures and texts by their path under <c>content/</c>.</param>
public sealed record TemplateFiles(
    string Metadata,
    string Workflow,
    string Cases,
    IReadOnlyDictionary<string, TemplateRules> Rules,
    IReadOnlyDictionary<string, byte[]> Content
);
