namespace Workflows.Rules.Judging;

/// <summary>What RulesEngine says about one rule.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="IsSuccess">Whether the rule holds.</param>
/// <param name="SuccessEvent">The success event as the document has it; null without one.</param>
/// <param name="Message">The author's error message, a mistake or a failure; empty when there is nothing to say.</param>
/// <param name="MessageKind">What the message is about.</param>
/// <param name="Inputs">The names of the inputs and parameters the rule saw, in their order.</param>
/// <param name="Children">What is said about nested rules; null for a leaf.</param>
/// <param name="Action">What came of the rule's action; null when actions were not run.</param>
public sealed record JudgedRule(
    string Rule,
    bool IsSuccess,
    string? SuccessEvent,
    string Message,
    RuleMessageKind MessageKind,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<JudgedRule>? Children,
    JudgedOutput? Action
);
