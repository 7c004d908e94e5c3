using Workflows.Expressions;
using Workflows.Rules.Analysis.Reading;
using Workflows.Rules.Analysis.Regions;
using Workflows.Rules.Judging;
using Workflows.Rules.Tables;

namespace Workflows.Rules.Analysis;

/// <summary>One analysis: looks for each kind of finding in turn.</summary>
internal sealed class Inspection
{
    private const int MaxGaps = 20;
    private const int MaxOverlaps = 200;
    private const int MaxDoubts = 100;

    private readonly RuleRegions _regions;
    private readonly IReadOnlyList<RuleRegion> _rules;
    private readonly Space _space;
    private readonly Region _possible;
    private readonly AnalysisOptions _options;
    private readonly Seams _seams;
    private readonly Confirmation _confirmation;
    private readonly RegionText _text;
    private readonly List<Finding> _findings = [];
    private readonly List<Wording> _notAnalysed = [];
    private readonly HashSet<RuleRegion> _never = [];
    private int _unclear;

    public Inspection(
        RuleRegions rules,
        Region possible,
        JudgedRuleSet judged,
        InputShape shape,
        AnalysisOptions options
    )
    {
        _regions = rules;
        _rules = rules.Rules;
        _space = rules.Space;
        _possible = possible;
        _options = options;
        _seams = new Seams(rules);
        var ordinary = new Ordinary(possible);
        _text = new RegionText(_space, ordinary, options.AsOf.Offset);
        _confirmation = new Confirmation(new Examples(_space, ordinary, rules.Fields, options.AsOf), judged, shape);
    }

    public (IReadOnlyList<Finding> Findings, IReadOnlyList<Wording> NotAnalysed) Run()
    {
        foreach (var rule in _rules.Where(rule => !rule.IsExact))
        {
            Doubt(rule.Name, rule.NotAnalysed[0]);
        }

        Guarded("contradictions", "自相矛盾", FindContradictions);
        Guarded("overlaps", "重叠", FindOverlaps);
        Guarded("shadowed rules", "被遮蔽的规则", FindShadowed);
        Guarded("conditions that are always true", "恒真条件", FindAlwaysTrue);
        Guarded("gaps", "缺口", FindGaps);
        _findings.AddRange(_seams.Find());
        return (_findings, [.. _notAnalysed.Distinct()]);
    }

    /// <summary>The overlaps alone.</summary>
    public (IReadOnlyList<Finding> Findings, IReadOnlyList<Wording> NotAnalysed) RunOverlaps()
    {
        Guarded("overlaps", "重叠", FindOverlaps);
        return (_findings, [.. _notAnalysed.Distinct()]);
    }

    private void FindContradictions()
    {
        foreach (var rule in _rules.Where(rule => Reached(rule.Holds).IsNothing))
        {
            _never.Add(rule);
            _findings.Add(new Finding(FindingKind.NeverHolds, [rule.Name], Sentences.NeverHolds(rule.Name)));
        }
    }

    private void FindOverlaps()
    {
        if (_options.Policy == HitPolicy.Collect)
        {
            return;
        }

        var pairs =
            from second in Enumerable.Range(1, Math.Max(0, _rules.Count - 1))
            from first in Enumerable.Range(0, second)
            select (_rules[first], _rules[second]);
        var found = 0;
        foreach (var (first, second) in pairs)
        {
            if (found == MaxOverlaps)
            {
                _notAnalysed.Add(Sentences.MoreOverlaps(MaxOverlaps));
                return;
            }

            found += FindOverlap(first, second) ? 1 : 0;
        }

        if (_unclear > MaxDoubts)
        {
            _notAnalysed.Add(Sentences.MoreUnclear(_unclear - MaxDoubts));
        }
    }

    private bool FindOverlap(RuleRegion first, RuleRegion second)
    {
        var both = first.Holds.Intersect(second.Holds);
        if (Reached(both).IsNothing)
        {
            return false;
        }

        var isOverlap = (IReadOnlySet<string> holding) => holding.Contains(first.Name) && holding.Contains(second.Name);
        if (_confirmation.Find(both, isOverlap) is { } found)
        {
            _findings.Add(
                new Finding(
                    FindingKind.Overlap,
                    [first.Name, second.Name],
                    Sentences.Overlap(first.Name, second.Name, _options.Policy),
                    _text.Of(found.Box),
                    found.Example
                )
            );
            return true;
        }

        _unclear++;
        if (_unclear <= MaxDoubts)
        {
            Doubt($"{first.Name} / {second.Name}", Sentences.OverlapUnclear);
        }

        return false;
    }

    private void FindShadowed()
    {
        if (_options.Policy != HitPolicy.First)
        {
            return;
        }

        var earlier = Region.Nothing;
        var names = new List<string>();
        foreach (var rule in _rules)
        {
            if (
                !_never.Contains(rule)
                && names.Count > 0
                && Reached(rule.Holds).Subtract(earlier) is var rest
                && Possible(rest).IsNothing
            )
            {
                var single = _rules
                    .Take(names.Count)
                    .FirstOrDefault(other =>
                        other.IsExact && Possible(Reached(rule.Holds).Subtract(other.Holds)).IsNothing
                    );
                IReadOnlyList<string> by = single is null ? [.. names] : [single.Name];
                _findings.Add(
                    new Finding(FindingKind.Shadowed, [rule.Name, .. by], Sentences.Shadowed(rule.Name, single?.Name))
                );
            }

            earlier = rule.IsExact ? earlier.Union(rule.Holds) : earlier;
            names.Add(rule.Name);
        }
    }

    private void FindAlwaysTrue()
    {
        for (var index = 0; index < _rules.Count; index++)
        {
            var rule = _rules[index];
            // The last rule may well be for everybody who is left.
            if (index < _rules.Count - 1 && rule.IsExact && Possible(_possible.Subtract(rule.Holds)).IsNothing)
            {
                _findings.Add(new Finding(FindingKind.AlwaysTrue, [rule.Name], Sentences.AlwaysTrue(rule.Name)));
            }
            else if (!_never.Contains(rule))
            {
                FindAlwaysTrue(rule);
            }
        }
    }

    private void FindAlwaysTrue(RuleRegion rule)
    {
        var parts = _regions.Parts(rule.Rule);
        foreach (var part in parts.Skip(parts.Count == 1 ? 1 : 0))
        {
            var truth = _regions.Conditions.Read(part);
            if (truth.IsExact && Possible(_possible.Subtract(truth.True)).IsNothing)
            {
                var message = Sentences.AlwaysTrue(rule.Name, LambdaText.Of(part));
                _findings.Add(new Finding(FindingKind.AlwaysTrue, [rule.Name], message));
            }
        }
    }

    private void FindGaps()
    {
        var left = _rules
            .Where(rule => rule.IsExact)
            .Aggregate(Region.Everything, (rest, rule) => rest.Subtract(rule.Holds));
        Box[] gaps = [.. left.Boxes.Where(gap => !Reached(new Region([gap])).IsNothing)];
        foreach (var gap in gaps.Take(MaxGaps))
        {
            if (_confirmation.Find(new Region([gap]), holding => holding.Count == 0) is { } found)
            {
                _findings.Add(new Finding(FindingKind.Gap, [], Sentences.Gap, _text.Of(found.Box), found.Example));
            }
            else
            {
                Doubt(_text.Of(gap), Sentences.GapUnclear);
            }
        }

        if (gaps.Length > MaxGaps)
        {
            _notAnalysed.Add(Sentences.MoreGaps(gaps.Length - MaxGaps));
        }
    }

    private Region Reached(Region holds) => Possible(holds.Intersect(_possible));

    private Region Possible(Region region) => _space.Possible(region);

    private void Guarded(string what, string zh, Action find)
    {
        try
        {
            find();
        }
        catch (TooManyBoxesException)
        {
            Doubt(what, zh, Reasons.TooManyCases);
        }
    }

    private void Doubt(string what, Wording why) => Doubt(what, what, why);

    private void Doubt(string what, string zh, Wording why) =>
        _notAnalysed.Add(new Wording($"{what}: {why.En}", $"{zh}：{why.Zh}"));
}
