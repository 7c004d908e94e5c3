using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Journeys.Cases;
using Workflows.Marketing.Plays.Referral;
using Workflows.Rules.Cases;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Templates;

/// <summary>Tries a template where nobody sees it: its metadata, its workflow, the cases of its rule sets and of its journey.</summary>
/// <param name="compiler">Compiles workflows with every activity of the product.</param>
public sealed class TemplateTrial(WorkflowCompiler compiler)
{
    private readonly RulesEngineJudge _judge = new();

    /// <summary>Tries one template in virtual time.</summary>
    /// <param name="template">What it says of itself.</param>
    /// <param name="files">Its files.</param>
    /// <param name="cancellationToken">Stops the trial.</param>
    public async Task<TemplateTrialReport> RunAsync(
        Template template,
        TemplateFiles files,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(files);
        List<Diagnostic> diagnostics = [.. TemplateCheck.Run(template, files)];
        var ruleSets = await PublishAsync(files, diagnostics, cancellationToken);
        diagnostics.AddRange(await new TemplateLint(ruleSets).FindAsync(template, files, cancellationToken));
        var library = await TemplateLibrary.LoadAsync(files, diagnostics, cancellationToken);
        // What contents say is read twice: with the template's own rules, and as the library reads them.
        diagnostics = [.. diagnostics.Distinct()];
        var validator = new WorkflowValidator(compiler, library.Checks(ruleSets));
        var validation = await validator.ValidateAsync(files.Workflow, files.Embedded(), cancellationToken);
        diagnostics.AddRange(validation.Diagnostics);
        var cases = JourneyCaseFile.Read(files.Cases);
        diagnostics.AddRange(cases.Diagnostics);
        if (cases is { Succeeded: true, Cases.Count: 0 })
        {
            diagnostics.Add(new Diagnostic(TemplateCodes.Missing, "The template has no cases.", "cases.json"));
        }

        if (!cases.Succeeded || validation.Graph is not { } graph || HasError(diagnostics))
        {
            return new TemplateTrialReport(template.Name, [], [], diagnostics);
        }

        return new TemplateTrialReport(
            template.Name,
            await Runner(graph, ruleSets, cases.Places, library).RunAsync(cases.Cases, cancellationToken),
            RuleCases(files),
            diagnostics
        );
    }

    private static JourneyCaseRunner Runner(
        WorkflowGraph journey,
        RuleSetCatalog ruleSets,
        JourneyCasePlaces? places,
        TemplateLibrary library
    ) => new(journey, ruleSets, places) { Contents = library.Shelf, Personas = library.Personas };

    private async Task<RuleSetCatalog> PublishAsync(
        TemplateFiles files,
        List<Diagnostic> diagnostics,
        CancellationToken cancellationToken
    )
    {
        var catalog = new RuleSetCatalog(new MemoryRuleSetStore(), _judge, TimeProvider.System, ContactRules.Shape)
        {
            RefreshAfter = TimeSpan.MaxValue,
            Uses = RuleSetUses.All,
            Review = RateReview.ReviewAsync,
        };
        foreach (var rules in files.Rules.Values)
        {
            diagnostics.AddRange((await catalog.PublishAsync(rules.Rules, cancellationToken)).Diagnostics);
        }

        return catalog;
    }

    private RuleCaseResult[] RuleCases(TemplateFiles files)
    {
        var runner = new RuleCaseRunner(_judge, ContactRules.Shape) { Uses = RuleSetUses.All };
        return
        [
            .. files
                .Rules.Where(rule => rule.Value.Cases is not null)
                .SelectMany(rule => runner.Run(rule.Value.Rules, rule.Value.Cases!, rule.Key).Results),
        ];
    }

    private static bool HasError(List<Diagnostic> diagnostics) =>
        diagnostics.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
