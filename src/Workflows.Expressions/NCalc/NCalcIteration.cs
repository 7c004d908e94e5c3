using System.Collections;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.NCalc.Steps;

namespace Workflows.Expressions.NCalc;

/// <summary>Goes through list-valued parameters in step; single values take part in each round.</summary>
internal static class NCalcIteration
{
    public static object? Evaluate(NCalcStep root, IReadOnlyList<string> names, Scope scope, ExpressionLimits limits)
    {
        // NCalc goes through all lists there are, whether the formula mentions them or not.
        var lists = ListsOf(names.Union(scope.Names, StringComparer.Ordinal), scope, limits);
        if (lists.Count == 0)
        {
            return root.Evaluate(scope).ToObject();
        }

        if (lists.Values.Select(list => list.Count).Distinct().Count() > 1)
        {
            throw new ExpressionException(
                DiagnosticCodes.UnevenLists,
                "All lists must have the same number of elements."
            );
        }

        var answers = new List<object?>();
        for (var index = 0; index < lists.First().Value.Count; index++)
        {
            answers.Add(root.Evaluate(new RoundScope(scope, lists, index)).ToObject());
        }

        return answers;
    }

    private static Dictionary<string, List<object?>> ListsOf(
        IEnumerable<string> names,
        Scope scope,
        ExpressionLimits limits
    )
    {
        var lists = new Dictionary<string, List<object?>>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (scope.TryGet(name, out var value) && value is IEnumerable items)
            {
                lists[name] = [.. items.Cast<object?>().Take(limits.MaxSteps + 1)];
                if (lists[name].Count > limits.MaxSteps)
                {
                    throw new ExpressionException(
                        DiagnosticCodes.LimitReached,
                        $"The list '{name}' has more than {limits.MaxSteps} elements."
                    );
                }
            }
        }

        return lists;
    }

    private sealed class RoundScope(Scope scope, Dictionary<string, List<object?>> lists, int index) : Scope
    {
        public override bool TryGet(string name, out object? value)
        {
            if (!lists.TryGetValue(name, out var list))
            {
                return scope.TryGet(name, out value);
            }

            value = list[index];
            return true;
        }
    }
}
