using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Analysis.Reading;
using Workflows.Rules.Analysis.Regions;
using Workflows.Rules.Binding;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Analysis;

/// <summary>
/// Looks at all rules of a set together: which overlap, which can never decide, and which contacts nobody decides about.
/// Conditions are taken as sets of values field by field; what cannot be is reported as not analysed, never guessed.
/// Every example was put before the judge.
/// </summary>
public sealed class RuleSetAnalyser
{
    private readonly RulesEngineJudge _judge;
    private readonly InputShape _shape;

    /// <summary>Creates an analyser.</summary>
    /// <param name="judge">Confirms examples.</param>
    /// <param name="shape">The types of the inputs.</param>
    public RuleSetAnalyser(RulesEngineJudge judge, InputShape shape)
    {
        _judge = judge;
        _shape = shape;
    }

    /// <summary>Analyses a rule set.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="options">What may be taken for granted.</param>
    /// <param name="others">Rule sets it may include or ask.</param>
    /// <returns>The findings, or the mistakes of the rule set or of the facts.</returns>
    public RuleSetAnalysis Analyse(
        RuleSet ruleSet,
        AnalysisOptions? options = null,
        IReadOnlyList<RuleSet>? others = null
    )
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        return Analyse(ruleSet, options ?? new AnalysisOptions(), others, static inspection => inspection.Run());
    }

    /// <summary>Looks for overlaps only.</summary>
    internal RuleSetAnalysis FindOverlaps(RuleSet ruleSet, AnalysisOptions options) =>
        Analyse(ruleSet, options, null, static inspection => inspection.RunOverlaps());

    private RuleSetAnalysis Analyse(
        RuleSet ruleSet,
        AnalysisOptions options,
        IReadOnlyList<RuleSet>? others,
        Func<Inspection, (IReadOnlyList<Finding>, IReadOnlyList<Wording>)> run
    )
    {
        var library = new RuleLibrary([ruleSet, .. others ?? []], _judge.CustomActions);
        var facts = FactSheet.Of(options.Facts);
        IReadOnlyList<Diagnostic> diagnostics =
        [
            .. RuleSetValidator.Validate(ruleSet, _shape, library, _judge.CustomTypes),
            .. RuleSetBinder.Bind(facts, _shape, library, _judge.CustomTypes, "facts: $").Diagnostics,
        ];
        if (diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error))
        {
            return new RuleSetAnalysis(ruleSet.Name, null, [], diagnostics);
        }

        var regions = RuleRegions.Of(
            new Space(),
            RuleSetBinder.Bind(ruleSet, _shape, library, _judge.CustomTypes),
            RuleSetBinder.Bind(facts, _shape, library, _judge.CustomTypes)
        );
        var judged = _judge.Prepare(ruleSet, others);
        var (findings, notAnalysed) = run(
            new Inspection(regions[0], FactSheet.Possible(regions[1]), judged, _shape, options)
        );
        return new RuleSetAnalysis(ruleSet.Name, findings, notAnalysed, diagnostics);
    }
}
