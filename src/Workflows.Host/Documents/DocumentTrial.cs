using Workflows.Expressions.Diagnostics;
using Workflows.Host.Composition;
using Workflows.Host.Plugins;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Plays.Referral;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Json;

namespace Workflows.Host.Documents;

/// <summary>
/// Publishes documents where nobody sees them, to hear everything that publishing would say. Rule sets come first, in
/// whatever order they need each other, so that workflows find those they ask.
/// </summary>
/// <param name="isForJourneys">
/// Whether every rule set must be one that journeys can ask. Otherwise those for other inputs get warnings only.
/// </param>
internal sealed class DocumentTrial(bool isForJourneys)
{
    private readonly MemoryRuleSetStore _store = new();

    private readonly RulesEngineJudge _judge = new();

    private readonly List<Document> _taken = [];

    /// <summary>The rule files that were taken, in an order in which they can be published.</summary>
    public IReadOnlyList<Document> InOrderOfNeed => _taken;

    /// <summary>Adds rule sets that are there already.</summary>
    public async Task AddAsync(IEnumerable<RuleSetVersion> versions, CancellationToken cancellationToken)
    {
        foreach (var version in versions)
        {
            await _store.PublishAsync(
                version.Name,
                version.Json,
                version.Period,
                version.PublishedAt,
                cancellationToken
            );
        }
    }

    /// <summary>Checks documents together; the answer has their order.</summary>
    public async Task<IReadOnlyList<CheckedDocument>> CheckAsync(
        IReadOnlyList<Document> documents,
        CancellationToken cancellationToken
    )
    {
        var catalog = new RuleSetCatalog(_store, _judge, TimeProvider.System, ContactRules.Shape)
        {
            Uses = RuleSetUses.All,
            Review = RateReview.ReviewAsync,
        };
        var results = new Dictionary<Document, CheckedDocument>();
        Document[] waiting = [.. documents.Where(document => document.Kind == DocumentKind.Rules)];
        for (var before = waiting.Length + 1; waiting.Length > 0 && waiting.Length < before; )
        {
            before = waiting.Length;
            foreach (var document in waiting)
            {
                results[document] = await CheckRulesAsync(document, catalog, cancellationToken);
                if (results[document].IsValid)
                {
                    _taken.Add(document);
                }
            }

            // What was refused may only have come before a rule set that it includes.
            waiting = [.. waiting.Where(document => !results[document].IsValid)];
        }

        var validator = RuntimeRoom.CreateValidator(PluginSet.None, catalog, channels: null);
        var workflows = documents.Where(document => document.Kind == DocumentKind.Workflow).ToList();
        var embedded = new EmbeddedWorkflows([
            .. workflows.Select(document => ElsaReader.Read(document.Text).Definition).OfType<WorkflowDefinition>(),
        ]);
        foreach (var document in workflows)
        {
            var validation = await validator.ValidateAsync(document.Text, embedded, cancellationToken);
            results[document] = new CheckedDocument(document, validation.Diagnostics);
        }

        return [.. documents.Select(document => results[document])];
    }

    private async Task<CheckedDocument> CheckRulesAsync(
        Document document,
        RuleSetCatalog catalog,
        CancellationToken cancellationToken
    )
    {
        var publication = await catalog.PublishAsync(document.Text, cancellationToken);
        if (publication.Succeeded || isForJourneys)
        {
            return new CheckedDocument(document, publication.Diagnostics);
        }

        var anyInputs = new RuleSetCatalog(_store, _judge, TimeProvider.System);
        var general = await anyInputs.PublishAsync(document.Text, cancellationToken);
        return general.Succeeded
            ? new CheckedDocument(document, [.. general.Diagnostics, .. publication.Diagnostics.Select(AsWarning)])
            : new CheckedDocument(document, general.Diagnostics);
    }

    private static Diagnostic AsWarning(Diagnostic diagnostic) =>
        diagnostic with
        {
            Severity = DiagnosticSeverity.Warning,
            Message = $"Journeys, which ask about contact and now, cannot ask this: {diagnostic.Message}",
        };
}
