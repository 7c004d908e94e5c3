using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Json;

namespace Workflows.Marketing.Templates;

/// <summary>
/// What has to be there before a template is copied, none missing: a method, a procedure and a team (S1-36). A section that is
/// empty is told by <see cref="TemplateCodes.Missing"/>; here is told what is written and hollow.
/// </summary>
internal static class ReplicationCheck
{
    private const string OwnBlocks = "Marketing.";

    public static IEnumerable<Diagnostic> Run(Template template, TemplateFiles files)
    {
        if (
            ElsaReader.Read(files.Workflow).Definition is { } definition
            && !JourneyActivity.All(definition.Root).Any(block => IsMethod(block))
        )
        {
            yield return Hollow(
                "There is no method to copy: the journey does nothing for a contact.",
                "workflow.json",
                "Draw what is done for whoever comes in."
            );
        }

        var people = template.Roles.Select(role => role.Role).ToHashSet(StringComparer.Ordinal);
        if (people.Count > 0 && template.Sop.Count > 0 && template.Sop.All(step => step.Who is TemplateStep.System))
        {
            yield return Hollow(
                "There is no procedure to copy: no step of it is anybody's.",
                "$.sop",
                "Write down what people do and when, each step with its role."
            );
        }

        if (template.Roles.Count > 0 && template.Roles.All(role => role.Role is "consultant" or "approver"))
        {
            yield return Hollow(
                "There is no team to copy: only advisers are named.",
                "$.roles",
                "Name who does the work, each with side and duty."
            );
        }
    }

    private static bool IsMethod(JourneyActivity block) =>
        !block.Starts && block.Type.StartsWith(OwnBlocks, StringComparison.Ordinal);

    private static Diagnostic Hollow(string message, string path, string remedy) =>
        new(TemplateCodes.Hollow, message, path, Remedy: remedy) { Source = "S1-36" };
}
