using RulesEngine.Models;

namespace Workflows.Rules.Judging;

/// <summary>RulesEngine's result trees in our words.</summary>
internal static class LenientResults
{
    // RulesEngine tells its messages apart by how they start only.
    private static readonly (string Start, RuleMessageKind Kind)[] Starts =
    [
        ("Exception while parsing expression", RuleMessageKind.Parse),
        ("Error while compiling rule", RuleMessageKind.Compile),
        ("Error while executing scoped params", RuleMessageKind.ScopedRuntime),
        ("Error while executing rule", RuleMessageKind.Runtime),
    ];

    public static JudgedRule Of(RuleResultTree tree) =>
        new(
            tree.Rule.RuleName,
            tree.IsSuccess,
            tree.Rule.SuccessEvent,
            tree.ExceptionMessage ?? "",
            KindOf(tree),
            [.. tree.Inputs.Keys],
            tree.ChildResults is null ? null : [.. tree.ChildResults.Select(Of)],
            tree.ActionResult is { } action ? new JudgedOutput(action.Output, action.Exception) : null
        );

    /// <summary>What the message of a result is about.</summary>
    public static RuleMessageKind KindOf(RuleResultTree tree)
    {
        if (string.IsNullOrEmpty(tree.ExceptionMessage))
        {
            return RuleMessageKind.None;
        }

        foreach (var (start, kind) in Starts)
        {
            if (
                tree.ExceptionMessage.StartsWith(start, StringComparison.Ordinal)
                && tree.Rule.ErrorMessage?.StartsWith(start, StringComparison.Ordinal) != true
            )
            {
                return kind;
            }
        }

        return RuleMessageKind.ErrorMessage;
    }
}
