using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Json;

namespace Workflows.Marketing.Templates;

/// <summary>Whether a template brings what its journey needs, and nothing else: rule sets it asks, workflows it uses as activities.</summary>
internal static class PartsCheck
{
    public static IReadOnlyList<Diagnostic> Run(Template template, TemplateFiles files)
    {
        var documents = files.Workflows.Values.Prepend(files.Workflow).ToList();
        WorkflowDefinition[] read =
        [
            .. documents.Select(json => ElsaReader.Read(json).Definition).OfType<WorkflowDefinition>(),
        ];
        if (read.Length < documents.Count)
        {
            // What cannot be read is told by whoever compiles it.
            return [];
        }

        var asked = read.SelectMany(definition => JourneyOutline.Of(definition).RuleSets)
            .ToHashSet(StringComparer.Ordinal);
        var used = documents.SelectMany(json => DocumentUses.Read(json).Workflows).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. asked
                .Except(template.Rules, StringComparer.Ordinal)
                .Select(name =>
                    Found($"The journey asks the rule set '{name}', and 'rules' does not name it.", "rules")
                ),
            .. template
                .Rules.Except(asked, StringComparer.Ordinal)
                .Select(name => Found($"'rules' names the rule set '{name}', and the journey never asks it.", "rules")),
            .. used.Except(template.Workflows, StringComparer.Ordinal)
                .Select(name =>
                    Found($"The journey uses the workflow '{name}', and 'workflows' does not name it.", "workflows")
                ),
            .. template
                .Workflows.Except(used, StringComparer.Ordinal)
                .Select(name =>
                    Found($"'workflows' names the workflow '{name}', and the journey never uses it.", "workflows")
                ),
            .. files.Workflows.SelectMany(Usable),
        ];
    }

    private static IEnumerable<Diagnostic> Usable(KeyValuePair<string, string> part)
    {
        if (
            ElsaReader.Read(part.Value).Definition is { } definition
            && (
                !definition.Options.UsableAsActivity
                || !string.Equals(definition.DefinitionId, part.Key, StringComparison.Ordinal)
            )
        )
        {
            yield return Found(
                $"'{part.Key}' cannot be used as an activity: it is not marked so, or has another definitionId.",
                "workflows"
            );
        }
    }

    private static Diagnostic Found(string message, string section) =>
        new(TemplateCodes.Parts, message, $"$.{section}");
}
