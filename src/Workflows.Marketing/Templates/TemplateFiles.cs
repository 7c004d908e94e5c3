using Workflows.Runtime.Definitions;
using Workflows.Runtime.Json;

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
)
{
    /// <summary>The workflows that the journey uses as activities, by definition id.</summary>
    public IReadOnlyDictionary<string, string> Workflows { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Those workflows, for the journey to be compiled with.</summary>
    public EmbeddedWorkflows Embedded() =>
        new(Workflows.Values.Select(json => ElsaReader.Read(json).Definition).OfType<WorkflowDefinition>());
}
