using Workflows.Rules.Explaining;

namespace Workflows.Host.Commands.Rules;

/// <summary>A customer a rule holds for.</summary>
/// <param name="Row">The line in the file, from 1; the header is line 1.</param>
/// <param name="Customer">What the file calls the customer.</param>
/// <param name="Output">What the rule's action worked out.</param>
/// <param name="Why">What decided it, in words.</param>
/// <param name="Explanation">Every part of every rule with its value; absent unless asked for.</param>
internal sealed record CustomerExample(
    long Row,
    string? Customer,
    object? Output,
    string Why,
    RuleSetExplanation? Explanation
);
