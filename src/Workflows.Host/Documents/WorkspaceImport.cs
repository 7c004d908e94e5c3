using Workflows.Expressions.Diagnostics;
using Workflows.Host.Templates;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Json;

namespace Workflows.Host.Documents;

/// <summary>Publishes documents in the workspace: all of them, or none where one has errors. What is published already stays as it is.</summary>
internal sealed class WorkspaceImport(RuleSetCatalog ruleSets, DefinitionCatalog definitions, TemplateContents contents)
{
    /// <summary>Imports rule sets and workflows with the contents they say, which are approved.</summary>
    /// <param name="documents">The rule sets and workflows.</param>
    /// <param name="folders">Folders of contents.</param>
    /// <param name="by">Who imports them.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<ImportOutcome> RunAsync(
        IReadOnlyList<Document> documents,
        IReadOnlyList<ContentPackFolder> folders,
        string by,
        CancellationToken cancellationToken
    )
    {
        var trial = new DocumentTrial(isForJourneys: true);
        await trial.AddAsync(await ruleSets.ListAsync(cancellationToken), cancellationToken);
        CheckedDocument[] results =
        [
            .. await CheckAsync(folders, by, cancellationToken),
            .. await trial.CheckAsync(documents, cancellationToken),
        ];
        if (results.Any(result => !result.IsValid))
        {
            return new ImportOutcome([.. results.Select(result => new ImportedDocument(result, []))]);
        }

        var published = new Dictionary<Document, IReadOnlyList<string>>();
        foreach (var folder in folders)
        {
            published[folder.Document] = await contents.ImportAsync(folder.Pack, by, approves: true, cancellationToken);
        }

        foreach (var document in trial.InOrderOfNeed)
        {
            published[document] = await PublishRulesAsync(document, cancellationToken);
        }

        var refused = new Dictionary<Document, IReadOnlyList<Diagnostic>>();
        // Those that others embed come first.
        foreach (
            var document in documents
                .Where(document => document.Kind == DocumentKind.Workflow)
                .OrderBy(document =>
                    ElsaReader.Read(document.Text).Definition is { Options.UsableAsActivity: true } ? 0 : 1
                )
        )
        {
            var publication = await definitions.PublishAsync(document.Text, cancellationToken);
            published[document] = publication.Stored is { } stored
                ? [$"{stored.DefinitionId} version {stored.Version}"]
                : [];
            refused[document] = publication.Stored is null ? publication.Diagnostics : [];
        }

        return new ImportOutcome([
            .. results.Select(result => new ImportedDocument(
                // What only this workspace lacks, a channel for example, is said by the publication.
                refused.GetValueOrDefault(result.Document)
                    is { Count: > 0 } diagnostics
                    ? result with
                    {
                        Diagnostics = diagnostics,
                    }
                    : result,
                published[result.Document]
            )),
        ]);
    }

    private async Task<IReadOnlyList<CheckedDocument>> CheckAsync(
        IReadOnlyList<ContentPackFolder> folders,
        string by,
        CancellationToken cancellationToken
    )
    {
        List<CheckedDocument> results = [];
        foreach (var folder in folders)
        {
            var found = await contents.CheckAsync(folder.Pack, by, cancellationToken);
            results.Add(new CheckedDocument(folder.Document, found));
        }

        return results;
    }

    private async Task<IReadOnlyList<string>> PublishRulesAsync(Document document, CancellationToken cancellationToken)
    {
        var publication = await ruleSets.PublishAsync(document.Text, cancellationToken);
        return [.. (publication.RuleSets ?? []).Select(ruleSet => $"{ruleSet.Name} version {ruleSet.Version}")];
    }
}
