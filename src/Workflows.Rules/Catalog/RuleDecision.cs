namespace Workflows.Rules.Catalog;

/// <summary>What a journey follows: the first rule that holds, with its event and output.</summary>
/// <param name="Rule">The rule's name; null when no rule holds.</param>
/// <param name="SuccessEvent">The rule's success event, or its name; null when no rule holds.</param>
/// <param name="Output">What the rule's action worked out; null without one.</param>
/// <param name="Message">What went wrong at run time in the deciding rule's action, or, where no rule holds, in a condition; null otherwise.</param>
public readonly record struct RuleDecision(string? Rule, string? SuccessEvent, object? Output, string? Message)
{
    /// <summary>Whether a rule holds.</summary>
    public bool IsSuccess => Rule is not null;

    internal static RuleDecision Of(RuleSetAnswer answer) =>
        answer.First is { } first
            ? new RuleDecision(first.Rule, first.SuccessEvent, first.Output, first.IsFaulted ? first.Message : null)
            : new RuleDecision(null, null, null, FirstFault(answer.Results)?.Message);

    private static RuleResult? FirstFault(IReadOnlyList<RuleResult> results) =>
        results
            .Select(result => result.IsFaulted ? result : FirstFault(result.Children))
            .FirstOrDefault(fault => fault is not null);
}
