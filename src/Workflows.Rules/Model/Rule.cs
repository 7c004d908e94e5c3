using System.Text.Json;

namespace Workflows.Rules.Model;

/// <summary>One rule: either an expression that is true or false, or an operator over nested rules.</summary>
public sealed record Rule
{
    /// <summary>The rule's name, unique among its siblings.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the rule takes part; a disabled rule gives no result at all.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The condition, in the lambda notation; null for a rule with nested rules.</summary>
    public string? Expression { get; init; }

    /// <summary>How nested rules combine: <c>And</c>, <c>AndAlso</c>, <c>Or</c> or <c>OrElse</c>; null for a leaf.</summary>
    public string? Operator { get; init; }

    /// <summary>Nested rules; empty for a leaf.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>Named values of this rule only; a later one may use the earlier ones and the global ones.</summary>
    public IReadOnlyList<ScopedParam> LocalParams { get; init; } = [];

    /// <summary>Names of rule sets whose rules are nested under this one; needs an operator.</summary>
    public IReadOnlyList<string> Includes { get; init; } = [];

    /// <summary>What is said when the rule holds; null means the rule's name.</summary>
    public string? SuccessEvent { get; init; }

    /// <summary>What is said when the rule does not hold; <c>$(input.member)</c> is filled in.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>What is worked out when the rule holds; null for nothing.</summary>
    public RuleAction? OnSuccess { get; init; }

    /// <summary>What is worked out when the rule does not hold; null for nothing.</summary>
    public RuleAction? OnFailure { get; init; }

    /// <summary>Free properties of the author, kept and never judged.</summary>
    public IReadOnlyDictionary<string, JsonElement> Properties { get; init; } = RuleSet.NoProperties;

    /// <summary>Properties of the document that we do not know; they are written back as they were.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = RuleSet.NoProperties;

    /// <summary>Whether the rule is an operator over others rather than an expression.</summary>
    public bool IsNested => !string.IsNullOrEmpty(Operator);

    /// <summary>The event that a decision follows: the success event, or the rule's name where none is given.</summary>
    public string Event => string.IsNullOrEmpty(SuccessEvent) ? Name : SuccessEvent;
}
