using RulesEngine.Models;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Catalog;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Judging;

/// <summary>The engine's results as the product sees them.</summary>
internal static class EngineResults
{
    public static RuleResult[] Of(IEnumerable<RuleResultTree>? trees)
    {
        var list = trees as List<RuleResultTree> ?? trees?.ToList() ?? [];
        var results = list.Count == 0 ? [] : new RuleResult[list.Count];
        for (var index = 0; index < results.Length; index++)
        {
            results[index] = Of(list[index]);
        }

        return results;
    }

    private static RuleResult Of(RuleResultTree tree)
    {
        var actionFailure = tree.ActionResult?.Exception?.Message;
        var message = string.IsNullOrEmpty(tree.ExceptionMessage) ? actionFailure : tree.ExceptionMessage;
        var name = tree.Rule.RuleName;
        return new RuleResult(
            name,
            tree.IsSuccess,
            !tree.IsSuccess ? null
                : string.IsNullOrEmpty(tree.Rule.SuccessEvent) ? name
                : tree.Rule.SuccessEvent,
            tree.ActionResult?.Output,
            message,
            Of(tree.ChildResults)
        )
        {
            IsFaulted =
                actionFailure is not null
                || LenientResults.KindOf(tree) is RuleMessageKind.Runtime or RuleMessageKind.ScopedRuntime,
        };
    }

    /// <summary>Expressions that passed our check and that the engine does not take all the same; null when there are none.</summary>
    public static List<Diagnostic>? Refusals(IEnumerable<RuleResultTree> trees)
    {
        List<Diagnostic>? refusals = null;
        Collect(trees, ref refusals);
        return refusals;
    }

    private static void Collect(IEnumerable<RuleResultTree> trees, ref List<Diagnostic>? refusals)
    {
        foreach (var tree in trees)
        {
            if (LenientResults.KindOf(tree) is RuleMessageKind.Parse or RuleMessageKind.Compile)
            {
                (refusals ??= []).Add(
                    new Diagnostic(
                        RuleDiagnosticCodes.RefusedByJudge,
                        tree.ExceptionMessage,
                        $"rule '{tree.Rule.RuleName}'"
                    )
                );
            }

            if (tree.ChildResults is { } children)
            {
                Collect(children, ref refusals);
            }
        }
    }
}
