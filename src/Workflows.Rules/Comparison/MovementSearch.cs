using Workflows.Rules.Analysis;
using Workflows.Rules.Analysis.Reading;
using Workflows.Rules.Analysis.Regions;

namespace Workflows.Rules.Comparison;

/// <summary>Finds the contacts for whom another rule decides, by laying the decisions of both versions over each other.</summary>
internal sealed class MovementSearch(
    RuleRegions old,
    RuleRegions now,
    Ordinary ordinary,
    RegionText text,
    IReadOnlyDictionary<string, string> renamed
)
{
    private const int MaxBoxes = 100;

    private readonly List<Wording> _notAnalysed = [];

    public IReadOnlyList<Wording> NotAnalysed => [.. _notAnalysed.Distinct()];

    public IReadOnlyList<Movement> Run(Decisions decisions)
    {
        foreach (var rule in old.Rules.Concat(now.Rules).Where(rule => !rule.IsExact))
        {
            var reason = rule.NotAnalysed[0];
            _notAnalysed.Add(new Wording($"{rule.Name}: {reason.En}", $"{rule.Name}：{reason.Zh}"));
        }

        if (_notAnalysed.Count > 0)
        {
            return [];
        }

        try
        {
            return [.. Find(decisions)];
        }
        catch (TooManyBoxesException)
        {
            _notAnalysed.Add(Reasons.TooManyCases);
            return [];
        }
    }

    private IEnumerable<Movement> Find(Decisions decisions)
    {
        var after = Decided(now);
        foreach (var (from, before) in Decided(old))
        {
            foreach (var (to, region) in after.Where(decided => !IsSame(from, decided.Rule)))
            {
                foreach (var box in before.Intersect(region).Boxes.Take(MaxBoxes).Where(IsPossible))
                {
                    if (decisions.Confirm(box, from, to) is { } example)
                    {
                        yield return new Movement(from is null ? null : NewName(from), to, text.Of(box), example);
                    }
                    else
                    {
                        _notAnalysed.Add(ChangeSentences.MovementUnclear(text.Of(box)));
                    }
                }
            }
        }
    }

    private bool IsPossible(Box box) => !old.Space.Possible(ordinary.Within(new Region([box]))).IsNothing;

    private bool IsSame(string? from, string? to) =>
        string.Equals(from is null ? null : NewName(from), to, StringComparison.Ordinal);

    private string NewName(string rule) => renamed.GetValueOrDefault(rule, rule);

    /// <summary>For each rule the contacts for whom it is the first that holds, and last those whom nobody decides about.</summary>
    private static List<(string? Rule, Region Region)> Decided(RuleRegions rules)
    {
        var left = Region.Everything;
        var decided = new List<(string?, Region)>();
        foreach (var rule in rules.Rules)
        {
            decided.Add((rule.Name, left.Intersect(rule.Holds)));
            left = left.Subtract(rule.Holds);
        }

        decided.Add((null, left));
        return decided;
    }
}
