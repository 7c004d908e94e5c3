using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Analysis;
using Workflows.Rules.Analysis.Reading;
using Workflows.Rules.Analysis.Regions;
using Workflows.Rules.Binding;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Comparison;

/// <summary>Says what changed from one version of a rule set to another, and for whom another rule decides now.</summary>
public sealed class RuleSetComparer
{
    private readonly RulesEngineJudge _judge;
    private readonly InputShape _shape;

    /// <summary>Creates a comparer.</summary>
    /// <param name="judge">Confirms examples.</param>
    /// <param name="shape">The types of the inputs.</param>
    public RuleSetComparer(RulesEngineJudge judge, InputShape shape)
    {
        _judge = judge;
        _shape = shape;
    }

    /// <summary>Compares two versions.</summary>
    /// <param name="old">The version that was.</param>
    /// <param name="now">The version that is.</param>
    /// <param name="options">What may be taken for granted about contacts.</param>
    /// <returns>
    /// The changes. Where one of the versions has errors, or uses others' rules, its text is compared all the same and
    /// movements are reported as not analysed.
    /// </returns>
    public RuleSetComparison Compare(RuleSet old, RuleSet now, AnalysisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(now);
        options ??= new AnalysisOptions();
        var regions = Read(old, now, options);
        var changes = new ChangeList((before, after) => regions is not null && HoldAlike(regions, before, after));
        changes.Compare(old, now);
        if (regions is null)
        {
            var reason = new Wording(
                "one of the versions has errors with these inputs",
                "其中一个版本在此输入下有错误"
            );
            return new RuleSetComparison(changes.Changes, [], [reason], changes.Renamed);
        }

        var ordinary = new Ordinary(FactSheet.Possible(regions[2]));
        var text = new RegionText(regions[0].Space, ordinary, options.AsOf.Offset);
        FieldPath[] fields = [.. regions[0].Fields.Union(regions[1].Fields)];
        var examples = new Examples(regions[0].Space, ordinary, fields, options.AsOf);
        var search = new MovementSearch(regions[0], regions[1], ordinary, text, changes.Renamed);
        var movements = search.Run(new Decisions(examples, _judge.Prepare(old), _judge.Prepare(now), _shape));
        return new RuleSetComparison(changes.Changes, movements, search.NotAnalysed, changes.Renamed);
    }

    private IReadOnlyList<RuleRegions>? Read(RuleSet old, RuleSet now, AnalysisOptions options)
    {
        RuleSet[] ruleSets = [old, now, FactSheet.Of(options.Facts)];
        var mistakes = ruleSets.SelectMany(ruleSet =>
            RuleSetValidator.Validate(
                ruleSet,
                _shape,
                new RuleLibrary([ruleSet], _judge.CustomActions),
                _judge.CustomTypes
            )
        );
        // Without facts there is no rule in their set, which is no mistake here.
        return mistakes.Any(found =>
            found.Severity == DiagnosticSeverity.Error
            && !string.Equals(found.Code, RuleDiagnosticCodes.NoRules, StringComparison.Ordinal)
        )
            ? null
            : RuleRegions.Of(
                new Space(),
                [
                    .. ruleSets.Select(ruleSet =>
                        RuleSetBinder.Bind(
                            ruleSet,
                            _shape,
                            new RuleLibrary([ruleSet], _judge.CustomActions),
                            _judge.CustomTypes
                        )
                    ),
                ]
            );
    }

    private static bool HoldAlike(IReadOnlyList<RuleRegions> regions, Rule old, Rule now)
    {
        if (
            RegionOf(regions[0], old) is not { IsExact: true } before
            || RegionOf(regions[1], now) is not { IsExact: true } after
        )
        {
            return false;
        }

        try
        {
            return before.Holds.Subtract(after.Holds).IsNothing && after.Holds.Subtract(before.Holds).IsNothing;
        }
        catch (TooManyBoxesException)
        {
            return false;
        }
    }

    private static RuleRegion? RegionOf(RuleRegions regions, Rule rule) =>
        regions.Rules.FirstOrDefault(region => ReferenceEquals(region.Rule.Source, rule));
}
