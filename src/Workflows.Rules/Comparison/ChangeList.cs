using Workflows.Rules.Analysis;
using Workflows.Rules.Model;
using Words = Workflows.Rules.Json.RuleSetWords;

namespace Workflows.Rules.Comparison;

/// <summary>Collects the changes between two versions as their texts tell them.</summary>
/// <param name="isReworded">Whether two conditions that are written differently hold for the same contacts; asked with the rules.</param>
internal sealed class ChangeList(Func<Rule, Rule, bool> isReworded)
{
    private readonly List<RuleChange> _changes = [];

    public IReadOnlyList<RuleChange> Changes => _changes;

    /// <summary>From the old name to the new one.</summary>
    public Dictionary<string, string> Renamed { get; } = new(StringComparer.Ordinal);

    public void Compare(RuleSet old, RuleSet now)
    {
        CompareText(ChangeKind.Other, null, ChangeSentences.ValidFrom, old.ValidFrom, now.ValidFrom);
        CompareText(ChangeKind.Other, null, ChangeSentences.ValidTo, old.ValidTo, now.ValidTo);
        CompareParams(null, old.GlobalParams, now.GlobalParams);
        CompareRules("", old.Rules, now.Rules);
        if (!old.Includes.SequenceEqual(now.Includes, StringComparer.Ordinal))
        {
            Add(ChangeKind.Other, null, ChangeSentences.Includes, Listed(old.Includes), Listed(now.Includes));
        }
    }

    private void CompareRules(string owner, IReadOnlyList<Rule> old, IReadOnlyList<Rule> now)
    {
        var pairs = RulePairs.Of(old, now);
        foreach (var (before, after) in pairs)
        {
            if (before is null || after is null)
            {
                var rule = (after ?? before)!;
                var name = owner + rule.Name;
                var text = rule.Expression ?? rule.Operator;
                Add(
                    after is null ? ChangeKind.Removed : ChangeKind.Added,
                    name,
                    after is null ? ChangeSentences.Removed(name) : ChangeSentences.Added(name),
                    before is null ? null : text,
                    after is null ? null : text
                );
            }
            else
            {
                Compare(owner, before, after);
            }
        }

        CompareOrder(owner, [.. pairs.Where(pair => pair.Old is not null && pair.New is not null)!], old);
    }

    private void Compare(string owner, Rule old, Rule now)
    {
        var name = owner + now.Name;
        if (!string.Equals(old.Name, now.Name, StringComparison.Ordinal))
        {
            if (owner.Length == 0)
            {
                Renamed[old.Name] = now.Name;
            }

            Add(ChangeKind.Renamed, name, ChangeSentences.Renamed(old.Name, now.Name), old.Name, now.Name);
        }

        CompareParams(name, old.LocalParams, now.LocalParams);
        if (old.IsNested != now.IsNested || !string.Equals(old.Operator, now.Operator, StringComparison.Ordinal))
        {
            Add(
                ChangeKind.Condition,
                name,
                ChangeSentences.Condition(name),
                old.Operator ?? old.Expression,
                now.Operator ?? now.Expression
            );
        }
        else if (!now.IsNested && !LambdaTokens.Same(old.Expression, now.Expression))
        {
            CompareConditions(name, old, now);
        }

        CompareRules($"{name} / ", old.Rules, now.Rules);
        CompareText(ChangeKind.Event, name, ChangeSentences.Event(name), old.Event, now.Event);
        CompareLambda(
            ChangeKind.Output,
            name,
            ChangeSentences.Output(name),
            OutputOf(old.OnSuccess),
            OutputOf(now.OnSuccess)
        );
        CompareLambda(
            ChangeKind.Other,
            name,
            ChangeSentences.Failure(name),
            OutputOf(old.OnFailure),
            OutputOf(now.OnFailure)
        );
        CompareText(ChangeKind.Other, name, ChangeSentences.Message(name), old.ErrorMessage, now.ErrorMessage);
        if (old.Enabled != now.Enabled)
        {
            Add(ChangeKind.Other, name, ChangeSentences.Enabled(name, now.Enabled), null, null);
        }
    }

    private void CompareConditions(string name, Rule old, Rule now)
    {
        if (isReworded(old, now))
        {
            Add(ChangeKind.Reworded, name, ChangeSentences.Reworded(name), old.Expression, now.Expression);
            return;
        }

        var thresholds = Thresholds.Between(old.Expression!, now.Expression!);
        foreach (var (before, after) in thresholds)
        {
            Add(ChangeKind.Threshold, name, ChangeSentences.Threshold(name, before, after), before, after);
        }

        if (thresholds.Count == 0)
        {
            Add(ChangeKind.Condition, name, ChangeSentences.Condition(name), old.Expression, now.Expression);
        }
    }

    private void CompareParams(string? rule, IReadOnlyList<ScopedParam> old, IReadOnlyList<ScopedParam> now)
    {
        foreach (var param in now)
        {
            var before = old.FirstOrDefault(other =>
                string.Equals(other.Name, param.Name, StringComparison.OrdinalIgnoreCase)
            );
            CompareLambda(
                ChangeKind.Threshold,
                rule,
                ChangeSentences.Param(param.Name, before?.Expression, param.Expression),
                before?.Expression,
                param.Expression
            );
        }

        foreach (
            var gone in old.Where(param =>
                !now.Any(other => string.Equals(other.Name, param.Name, StringComparison.OrdinalIgnoreCase))
            )
        )
        {
            Add(
                ChangeKind.Threshold,
                rule,
                ChangeSentences.Param(gone.Name, gone.Expression, null),
                gone.Expression,
                null
            );
        }
    }

    // The fewest rules that were moved: those outside the longest run that kept its order.
    private void CompareOrder(string owner, IReadOnlyList<(Rule? Old, Rule? New)> pairs, IReadOnlyList<Rule> old)
    {
        int[] places = [.. pairs.Select(pair => old.ToList().FindIndex(rule => ReferenceEquals(rule, pair.Old)))];
        var kept = Ascending.LongestIn(places);
        for (var index = 0; index < places.Length; index++)
        {
            if (!kept.Contains(places[index]))
            {
                var name = owner + pairs[index].New!.Name;
                Add(
                    ChangeKind.Moved,
                    name,
                    ChangeSentences.Moved(name, places[index] + 1, index + 1),
                    ChangeSentences.Place(places[index]),
                    ChangeSentences.Place(index)
                );
            }
        }
    }

    private void CompareText(ChangeKind kind, string? rule, Wording message, string? before, string? after)
    {
        if (!string.Equals(before, after, StringComparison.Ordinal))
        {
            Add(kind, rule, message, before, after);
        }
    }

    private void CompareLambda(ChangeKind kind, string? rule, Wording message, string? before, string? after)
    {
        if (!LambdaTokens.Same(before, after))
        {
            Add(kind, rule, message, before, after);
        }
    }

    private void Add(ChangeKind kind, string? rule, Wording message, string? before, string? after) =>
        _changes.Add(new RuleChange(kind, rule, message, before, after));

    private static string? OutputOf(RuleAction? action) =>
        action is null
            ? null
            : action.Text(Words.Expression)
                ?? $"{action.Name} {Listed(action.Context.Values.Select(value => value.ToString()))}";

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);
}
