using System.Text.Json;
using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Inputs;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>Compares a changed <c>groupbuy-policy</c> with what its source advises: a team has two to five members (S2-29).</summary>
public static class GroupBuyReview
{
    private const int Fewest = 2;
    private const int Most = 5;

    // Just outside, and what somebody might write.
    private static readonly int[] Outside = [1, 6, 7, 8, 10, 20, 50, 100];

    /// <summary>What publishing says of it: a warning where it lets smaller or larger teams open; nothing of other rule sets.</summary>
    /// <param name="ruleSet">The rule set; it type-checks.</param>
    /// <param name="path">The JSON path at which it stands.</param>
    public static IReadOnlyList<Diagnostic> Review(RuleSet ruleSet, string path)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        if (
            !ruleSet.Name.Equals(GroupBuyPolicy.Name, StringComparison.OrdinalIgnoreCase)
            || DeclaredInputs.ShapeOf(ruleSet, ContactRules.Shape) is not { } shape
        )
        {
            return [];
        }

        var prepared = new PreparedRuleSet(new RulesEngineJudge(), ruleSet);
        int[] taken = [.. Outside.Where(size => Takes(prepared, shape, size))];
        return taken.Length == 0
            ? []
            :
            [
                new Diagnostic(
                    GroupBuyCodes.AboveAdvice,
                    $"The policy lets a team of {taken[0]} open; the source advises {Fewest} to {Most} members.",
                    $"{path}.Rules",
                    Remedy: "Keep to what is advised, or answer for it.",
                    Severity: DiagnosticSeverity.Warning
                )
                {
                    Source = "S2-29",
                },
            ];
    }

    // A plan that nothing but the size could be said against.
    private static bool Takes(PreparedRuleSet policy, InputShape shape, int size)
    {
        var plan = GroupBuyPolicy.QuestionOf(size, price: 10m, hours: 24);
        var inputs = DeclaredInputs.Read(
            shape,
            JsonSerializer.SerializeToElement(plan),
            new Dictionary<string, object?>(StringComparer.Ordinal),
            out var missing
        );
        return missing is null
            && policy
                .Evaluate(inputs, shape)
                .Results.All(result => !result.IsSuccess || result.SuccessEvent is GroupBuyPolicy.Ok);
    }
}
