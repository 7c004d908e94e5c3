using RulesEngine.Models;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Catalog;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Judging;

/// <summary>The engine's results in our words. The engine tells its kinds of failure apart by the start of a text only.</summary>
internal static class EngineResults
{
    private const string ParseFailure = "Exception while parsing expression";
    private const string CompileFailure = "Error while compiling rule";
    private const string RunFailure = "Error while executing";

    public static RuleResult Of(RuleResultTree tree)
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
            tree.ChildResults is null ? [] : [.. tree.ChildResults.Select(Of)]
        )
        {
            IsFaulted = actionFailure is not null || StartsWith(tree, RunFailure),
        };
    }

    /// <summary>Expressions that passed our check and that the engine does not take all the same.</summary>
    public static List<Diagnostic> Refusals(IEnumerable<RuleResultTree> trees)
    {
        var refusals = new List<Diagnostic>();
        foreach (var tree in trees)
        {
            if (StartsWith(tree, ParseFailure) || StartsWith(tree, CompileFailure))
            {
                refusals.Add(
                    new Diagnostic(
                        RuleDiagnosticCodes.RefusedByJudge,
                        tree.ExceptionMessage,
                        $"rule '{tree.Rule.RuleName}'"
                    )
                );
            }

            refusals.AddRange(Refusals(tree.ChildResults ?? []));
        }

        return refusals;
    }

    private static bool StartsWith(RuleResultTree tree, string start) =>
        tree.ExceptionMessage is { } message
        && message.StartsWith(start, StringComparison.Ordinal)
        && tree.Rule.ErrorMessage?.StartsWith(start, StringComparison.Ordinal) != true;
}
