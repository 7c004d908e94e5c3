using Workflows.Rules.Judging;
using Workflows.Rules.Model;

namespace Workflows.Rules.Binding;

/// <summary>The rule sets that a rule set may include or ask, itself among them, and the actions it may name. Names are case-sensitive, as the judge's are.</summary>
internal sealed class RuleLibrary
{
    private static readonly IReadOnlyDictionary<string, CustomAction> NoActions = new Dictionary<string, CustomAction>(
        StringComparer.OrdinalIgnoreCase
    );

    private readonly Dictionary<string, RuleSet> _ruleSets = new(StringComparer.Ordinal);

    public RuleLibrary(IEnumerable<RuleSet> ruleSets, IReadOnlyDictionary<string, CustomAction>? actions = null)
    {
        Actions = actions ?? NoActions;
        foreach (var ruleSet in ruleSets)
        {
            _ruleSets.TryAdd(ruleSet.Name, ruleSet);
        }
    }

    /// <summary>The actions the host registered, by name.</summary>
    public IReadOnlyDictionary<string, CustomAction> Actions { get; }

    /// <summary>What the rule sets may cost.</summary>
    public RuleSetLimits Limits { get; init; } = RuleSetLimits.Default;

    public RuleSet? Find(string name) => _ruleSets.GetValueOrDefault(name);

    public static Rule? RuleOf(RuleSet ruleSet, string name) =>
        ruleSet.Rules.FirstOrDefault(rule => rule.Enabled && string.Equals(rule.Name, name, StringComparison.Ordinal));

    /// <summary>The rule sets included by one, and by those, up to the limit; a circle ends where it closes.</summary>
    public IReadOnlyList<RuleSet> Included(RuleSet ruleSet)
    {
        var included = new List<RuleSet>();
        Collect(ruleSet, [ruleSet.Name], included);
        return included;
    }

    /// <summary>Whether a rule set includes itself, directly or through others.</summary>
    public bool IncludesItself(RuleSet ruleSet) => Reaches(ruleSet, ruleSet.Name, []);

    /// <summary>Everything the rule set includes or asks, and what those do, without itself.</summary>
    public IReadOnlyList<RuleSet> Needed(RuleSet ruleSet)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { ruleSet.Name };
        var needed = new List<RuleSet>();
        var open = new Queue<RuleSet>([ruleSet]);
        while (open.TryDequeue(out var current))
        {
            foreach (var name in current.Includes.Concat(References.Asked(current)))
            {
                if (seen.Add(name) && Find(name) is { } found)
                {
                    needed.Add(found);
                    open.Enqueue(found);
                }
            }
        }

        return needed;
    }

    // A rule set that is included twice has its rules twice, as in the judge: duplicate names are told then.
    private void Collect(RuleSet ruleSet, IReadOnlyList<string> trail, List<RuleSet> included)
    {
        foreach (var name in ruleSet.Includes)
        {
            if (
                included.Count <= Limits.MaxIncludes
                && !trail.Contains(name, StringComparer.Ordinal)
                && Find(name) is { } found
            )
            {
                included.Add(found);
                Collect(found, [.. trail, name], included);
            }
        }
    }

    private bool Reaches(RuleSet from, string name, HashSet<string> seen) =>
        from.Includes.Any(include =>
            string.Equals(include, name, StringComparison.Ordinal)
            || (seen.Add(include) && Find(include) is { } found && Reaches(found, name, seen))
        );
}
