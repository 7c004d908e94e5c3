using System.Text.Json.Nodes;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Documents;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Content;
using Workflows.Marketing.Templates;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Definitions;

namespace Workflows.Host.Templates;

/// <summary>
/// Puts a template into the workspace: its contents, its rule sets published, its journey as a draft, or published if asked;
/// its contents are approved with the journey. What is there already under the same names is told, and stays, unless it may be
/// replaced.
/// </summary>
internal sealed class TemplateInstaller(
    RuleSetCatalog ruleSets,
    DefinitionCatalog definitions,
    TemplateContents contents
)
{
    /// <summary>Installs a template that was read, with values for its parameters.</summary>
    public async Task<TemplateOutcome> RunAsync(
        TemplateReading reading,
        TemplateWishes wishes,
        string by,
        CancellationToken cancellationToken
    )
    {
        if (!reading.Succeeded)
        {
            return TemplateOutcome.Refused(reading.Diagnostics);
        }

        var broken = TemplateCheck
            .Run(reading.Template, reading.Files)
            .Concat(await new TemplateLint(ruleSets).FindAsync(reading.Template, reading.Files, cancellationToken))
            .Where(found => found.Severity == DiagnosticSeverity.Error)
            .ToList();
        if (broken.Count > 0)
        {
            return TemplateOutcome.Refused(broken);
        }

        var set = TemplateSettings.Apply(reading.Template, reading.Files, wishes.Values);
        if (!set.Succeeded)
        {
            return TemplateOutcome.Refused(set.Diagnostics);
        }

        var (pack, unreadable) = ContentPackFiles.Read(set.Files.Content);
        if (unreadable.Count > 0)
        {
            return TemplateOutcome.Refused(unreadable);
        }

        var conflicts = await ConflictsAsync(set.Template, set.Files, wishes.Replaces, cancellationToken);
        var taken = wishes.Replaces ? [] : await contents.ConflictsAsync(pack, cancellationToken);
        return conflicts.Count + taken.Count > 0
            ? new TemplateOutcome(null, [.. conflicts, .. taken], IsConflict: true)
            : await InstallAsync(set.Template, set.Files, (pack, by), wishes.Publishes, cancellationToken);
    }

    private async Task<IReadOnlyList<Diagnostic>> ConflictsAsync(
        Template template,
        TemplateFiles files,
        bool replaces,
        CancellationToken cancellationToken
    )
    {
        List<Diagnostic> conflicts =
        [
            .. files
                .Rules.Keys.Where(RuleSetUses.All.ContainsKey)
                .Select(name => new Diagnostic(
                    TemplateCodes.Conflict,
                    $"The rule set '{name}' is one of the product's own; a template may not bring it."
                )),
        ];
        if (replaces)
        {
            return conflicts;
        }

        var published = await ruleSets.ListAsync(cancellationToken);
        foreach (var (name, rules) in files.Rules)
        {
            if (
                published.FirstOrDefault(version => Is(version.Name, name)) is { } there
                && !IsSame(there.Json, rules.Rules)
            )
            {
                conflicts.Add(Conflict($"Another rule set '{name}' is published (version {there.Version})."));
            }
        }

        foreach (var (name, workflow) in files.Workflows.Append(new(template.Name, files.Workflow)))
        {
            if (
                await definitions.Store.FindLatestAsync(name, cancellationToken) is { } latest
                && !IsSame(latest.Json, workflow)
            )
            {
                conflicts.Add(Conflict($"Another workflow '{name}' is there (version {latest.Version})."));
            }
        }

        return conflicts;
    }

    private async Task<TemplateOutcome> InstallAsync(
        Template template,
        TemplateFiles files,
        (ContentPack Pack, string By) content,
        bool publishes,
        CancellationToken cancellationToken
    )
    {
        Document[] documents =
        [
            .. files.Rules.Select(rule => new Document($"rules/{rule.Key}", DocumentKind.Rules, rule.Value.Rules)),
            .. files.Workflows.Select(part => new Document(part.Key, DocumentKind.Workflow, part.Value)),
            new Document(template.Name, DocumentKind.Workflow, files.Workflow),
        ];
        // Where nobody sees it first: all of it, or nothing.
        var trial = new DocumentTrial(isForJourneys: true);
        await trial.AddAsync(await ruleSets.ListAsync(cancellationToken), cancellationToken);
        var diagnostics = (await trial.CheckAsync(documents, cancellationToken))
            .SelectMany(one => one.Diagnostics)
            .Concat(await contents.CheckAsync(content.Pack, content.By, cancellationToken))
            .ToList();
        if (diagnostics.Exists(found => found.Severity == DiagnosticSeverity.Error))
        {
            return TemplateOutcome.Refused(diagnostics);
        }

        // What the journey says has to be there before the journey.
        List<string> installed =
        [
            .. await contents.ImportAsync(content.Pack, content.By, publishes, cancellationToken),
        ];
        foreach (var document in trial.InOrderOfNeed)
        {
            var publication = await ruleSets.PublishAsync(document.Text, cancellationToken);
            installed.AddRange(
                (publication.RuleSets ?? []).Select(one => $"rule set {one.Name} version {one.Version}")
            );
        }

        foreach (var (name, workflow) in files.Workflows)
        {
            await definitions.ImportAsync(workflow, cancellationToken);
            if (await definitions.PublishDraftAsync(name, cancellationToken) is { Stored: { } part })
            {
                installed.Add($"workflow {part.DefinitionId} version {part.Version}");
            }
        }

        var draft = await definitions.ImportAsync(files.Workflow, cancellationToken);
        var stored = draft.Stored;
        var warnings = draft.Diagnostics;
        var isPublished = false;
        if (publishes && await definitions.PublishDraftAsync(template.Name, cancellationToken) is { } publication2)
        {
            warnings = publication2.Diagnostics;
            isPublished = publication2.Stored is not null;
            stored = publication2.Stored ?? stored;
        }

        if (stored is not null)
        {
            installed.Add($"workflow {stored.DefinitionId} version {stored.Version}{(isPublished ? "" : " (draft)")}");
        }

        var needs = await TemplateNeeds.FindAsync(files, definitions.Store, cancellationToken);
        return new TemplateOutcome(installed, [.. warnings, .. needs]);
    }

    private static bool IsSame(string one, string other) =>
        JsonNode.DeepEquals(Core(JsonNode.Parse(one)), Core(JsonNode.Parse(other)));

    // What the workspace writes into a definition by itself is no difference.
    private static JsonNode? Core(JsonNode? document)
    {
        if (document is JsonObject whole && whole.ContainsKey("definitionId"))
        {
            foreach (var name in new[] { "id", "version", "createdAt", "isLatest", "isPublished", "toolVersion" })
            {
                whole.Remove(name);
            }
        }

        return document;
    }

    private static Diagnostic Conflict(string message) =>
        new(
            TemplateCodes.Conflict,
            message,
            Remedy: "Install with leave to replace it, or make a copy of the template under another name."
        );

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
