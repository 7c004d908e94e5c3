using Workflows.Expressions;
using Workflows.Rules.Analysis.Reading;
using Workflows.Rules.Analysis.Regions;
using Workflows.Rules.Binding;
using Workflows.Rules.Catalog;
using Workflows.Rules.Inputs;
using Workflows.Rules.Json;
using Workflows.Rules.Model;
using Expression = System.Linq.Expressions.Expression;

namespace Workflows.Rules.Cases.Coverage;

/// <summary>Counts, case by case, which rules hold and how each comparison comes out.</summary>
internal sealed class CoverageCount
{
    private readonly RuleSet _ruleSet;
    private readonly RuleLibrary _library;
    private readonly IReadOnlyCollection<Type> _customTypes;
    private readonly InputFitting _fitting;
    private readonly Dictionary<ShapeKey, IReadOnlyList<Probe>> _probes = [];
    private readonly HashSet<string> _reached = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Probe Probe, bool Holds, bool Fails)> _sides = new(
        StringComparer.OrdinalIgnoreCase
    );

    public CoverageCount(RuleSet ruleSet, RuleLibrary library, IReadOnlyCollection<Type> customTypes)
    {
        _ruleSet = ruleSet;
        _library = library;
        _customTypes = customTypes;
        _fitting = new InputFitting(RuleSetWriter.Write(ruleSet), shape => Bind(shape).Diagnostics);
    }

    /// <summary>Takes in one case that the judge answered.</summary>
    public void Add(IReadOnlyList<RuleInput> inputs, InputShape? expected, RuleSetAnswer answer)
    {
        _reached.UnionWith(answer.Results.Where(result => result.IsSuccess).Select(result => result.Rule));
        var shaped = _fitting.Read(inputs, expected);
        if (shaped.Mistake is not null)
        {
            return;
        }

        foreach (var probe in ProbesFor(shaped.Shape))
        {
            var (_, holds, fails) = _sides.GetValueOrDefault(probe.Text);
            var outcome = probe.Ask(shaped.Values);
            _sides[probe.Text] = (probe, holds || outcome == true, fails || outcome == false);
        }
    }

    public RuleCoverage Finish()
    {
        var names = _library
            .Included(_ruleSet)
            .Prepend(_ruleSet)
            .SelectMany(source => source.Rules)
            .Where(rule => rule.Enabled)
            .Select(rule => rule.Name);
        return new RuleCoverage(
            [.. names.Where(name => !_reached.Contains(name))],
            [
                .. _sides
                    .Values.Where(side => !side.Holds || !side.Fails)
                    .Select(side => new OneSidedComparison(side.Probe.Rule, side.Probe.Text, !side.Holds)),
            ]
        );
    }

    private IReadOnlyList<Probe> ProbesFor(InputShape shape)
    {
        var key = new ShapeKey(shape);
        if (!_probes.TryGetValue(key, out var probes))
        {
            probes = [.. Probes(Bind(shape))];
            _probes[key] = probes;
        }

        return probes;
    }

    private static IEnumerable<Probe> Probes(BoundRuleSet bound)
    {
        var regions = RuleRegions.Of(new Space(), bound)[0];
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var rule in bound.Rules)
        {
            foreach (var part in regions.Parts(rule).Where(part => regions.Conditions.LineOf(part) is not null))
            {
                var text = LambdaText.Of(part);
                if (seen.Add(text) && regions.Inlined(part) is { } whole)
                {
                    yield return new Probe(rule.Source.Name, text, Expression.Lambda(whole, bound.Inputs));
                }
            }
        }
    }

    private BoundRuleSet Bind(InputShape shape) => RuleSetBinder.Bind(_ruleSet, shape, _library, _customTypes);
}
