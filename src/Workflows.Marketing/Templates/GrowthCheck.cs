using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Content;

namespace Workflows.Marketing.Templates;

/// <summary>
/// What a template should bring for the stage it is for: beginning is led by the head (S4-20), and who grows from ten to a
/// hundred has four things in place (S1-22). All of it is advice: people decide.
/// </summary>
internal static class GrowthCheck
{
    private const string Beginning = "0-1";
    private const string Growing = "10-100";
    private const string Executive = "executive";

    // A whole team: somebody leads, somebody writes, somebody brings people, somebody looks after them.
    private static readonly (string What, string[] Roles)[] Team =
    [
        ("lead", ["lead", "sponsor", "regionalHead"]),
        ("contentOps", ["contentOps", "copywriter"]),
        ("growthOps", ["growthOps", "communitySales"]),
        ("userOps", ["userOps", "customerService", "guide", "groupOwner"]),
    ];

    public static IEnumerable<Diagnostic> Run(Template template, TemplateFiles files) =>
        template.Stage switch
        {
            Beginning => Head(template),
            Growing => Four(template, ContentPackFiles.Read(files.Content).Pack),
            _ => [],
        };

    // A project is a template that somebody sponsors or advises.
    private static IEnumerable<Diagnostic> Head(Template template)
    {
        if (
            template.Roles.Any(role => role.Role is "sponsor" or "consultant")
            && !template.Roles.Any(role => role is { Role: "sponsor", Rank: Executive })
        )
        {
            yield return Advice(
                TemplateCodes.Sponsor,
                "A project that begins is led by the head, and no sponsor of it is an executive.",
                "$.roles",
                "S4-20",
                "Name a sponsor with the rank executive."
            );
        }
    }

    private static IEnumerable<Diagnostic> Four(Template template, ContentPack pack)
    {
        var missing = Team.Where(part =>
                !template.Roles.Any(role => part.Roles.Contains(role.Role, StringComparer.Ordinal))
            )
            .Select(part => part.What)
            .ToList();
        if (missing.Count > 0)
        {
            yield return Unready(
                $"The team is not whole: {string.Join(", ", missing)}.",
                "$.roles",
                "Name who leads, who writes, who brings people and who looks after them."
            );
        }

        if (pack.Personas.Count == 0)
        {
            yield return Unready(
                "There is no portrait of the persona who speaks.",
                "content",
                "Describe the persona among personas in content."
            );
        }

        if (pack.Items.Count == 0)
        {
            yield return Unready(
                "There is no standard content: everybody would add friends as they like.",
                "content",
                "Put the approved words among items in content."
            );
        }

        var unexpected = template
            .Kpi.Primary.Except(template.Expected.Select(number => number.Metric), StringComparer.Ordinal)
            .ToList();
        if (unexpected.Count > 0)
        {
            yield return Unready(
                $"There is no standard of analysis: nothing is expected of {string.Join(", ", unexpected)}.",
                "$.expected",
                "Say for each primary figure what a good run looks like."
            );
        }
    }

    private static Diagnostic Unready(string message, string path, string remedy) =>
        Advice(TemplateCodes.Unready, message, path, "S1-22", remedy);

    private static Diagnostic Advice(string code, string message, string path, string source, string remedy) =>
        new(code, message, path, Remedy: remedy, Severity: DiagnosticSeverity.Warning) { Source = source };
}
