using System.Linq.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Contacts;
using Workflows.Rules.Compilation;
using Workflows.Rules.Model;

namespace Workflows.Marketing.Segments;

/// <summary>
/// The contacts for whom a rule holds: a question that can be asked of one contact, or of a store about all of them.
/// Immutable, and safe on every thread.
/// </summary>
public sealed class Segment
{
    private readonly Lazy<
        Func<Contact, IReadOnlyList<PaidOrder>, IReadOnlyList<PastEvent>, DateTimeOffset, bool>
    > _holds;

    private Segment(string ruleSet, string rule, string successEvent, LambdaExpression condition)
    {
        RuleSet = ruleSet;
        Rule = rule;
        SuccessEvent = successEvent;
        Condition = condition;
        var used = new InputsUsed(condition);
        UsesOrders = used.Contains("orders");
        UsesEvents = used.Contains("events");
        _holds = new(() =>
            (Func<Contact, IReadOnlyList<PaidOrder>, IReadOnlyList<PastEvent>, DateTimeOffset, bool>)condition.Compile()
        );
    }

    /// <summary>The rule set's name.</summary>
    public string RuleSet { get; }

    /// <summary>The rule's name.</summary>
    public string Rule { get; }

    /// <summary>The rule's event: its success event, or its name.</summary>
    public string SuccessEvent { get; }

    /// <summary>Whether the contact is in the segment: a function of <see cref="SegmentRules.Shape"/> that gives a boolean and never throws.</summary>
    public LambdaExpression Condition { get; }

    /// <summary>Whether the question looks at orders one by one.</summary>
    public bool UsesOrders { get; }

    /// <summary>Whether the question looks at events.</summary>
    public bool UsesEvents { get; }

    /// <summary>Makes a segment of one rule of a rule set.</summary>
    /// <param name="ruleSet">The rule set; its actions do not matter.</param>
    /// <param name="rule">The name or the success event of an enabled rule; where two share an event, the first is meant.</param>
    /// <param name="choice">Whether rules before it matter.</param>
    /// <param name="others">Rule sets it includes.</param>
    public static SegmentReading Of(
        RuleSet ruleSet,
        string rule,
        SegmentChoice choice = SegmentChoice.FirstMatch,
        IReadOnlyList<RuleSet>? others = null
    )
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(rule);
        var diagnostics = RuleTrees.Bind(ruleSet, SegmentRules.Shape, out var trees, others, SegmentRules.Types);
        if (trees is null)
        {
            return new SegmentReading(null, diagnostics);
        }

        var index = Find(trees, rule);
        return index < 0
            ? new SegmentReading(null, [.. diagnostics, NoSuchRule(ruleSet.Name, rule, trees)])
            : new SegmentReading(Of(ruleSet, trees, index, choice), diagnostics);
    }

    /// <summary>Makes a segment of each enabled rule of a rule set, in their order.</summary>
    /// <param name="ruleSet">The rule set; its actions do not matter.</param>
    /// <param name="segments">The segments; empty where there are mistakes.</param>
    /// <param name="choice">Whether rules before each matter.</param>
    /// <param name="others">Rule sets it includes.</param>
    /// <returns>Every mistake in the rule set.</returns>
    public static IReadOnlyList<Diagnostic> AllOf(
        RuleSet ruleSet,
        out IReadOnlyList<Segment> segments,
        SegmentChoice choice = SegmentChoice.FirstMatch,
        IReadOnlyList<RuleSet>? others = null
    )
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        var diagnostics = RuleTrees.Bind(ruleSet, SegmentRules.Shape, out var trees, others, SegmentRules.Types);
        segments = trees is null
            ? []
            : [.. Enumerable.Range(0, trees.Rules.Count).Select(rule => Of(ruleSet, trees, rule, choice))];
        return diagnostics;
    }

    /// <summary>Whether a contact is in the segment. A rule that fails does not hold.</summary>
    /// <param name="history">The contact, with orders and events where the segment uses them.</param>
    /// <param name="now">The moment of the question.</param>
    public bool Holds(ContactHistory history, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(history);
        return _holds.Value(new Contact(history.Contact), history.Orders, history.Events, now);
    }

    private static Segment Of(RuleSet ruleSet, RuleTrees trees, int rule, SegmentChoice choice) =>
        new(ruleSet.Name, trees.Rules[rule], trees.SuccessEvents[rule], ConditionOf(trees, rule, choice));

    private static int Find(RuleTrees trees, string rule)
    {
        var byName = trees.Rules.ToList().FindIndex(name => name.Equals(rule, StringComparison.OrdinalIgnoreCase));
        return byName >= 0
            ? byName
            : trees.SuccessEvents.ToList().FindIndex(name => name.Equals(rule, StringComparison.OrdinalIgnoreCase));
    }

    private static LambdaExpression ConditionOf(RuleTrees trees, int rule, SegmentChoice choice)
    {
        var wanted = trees.Condition(rule);
        if (choice == SegmentChoice.Holds)
        {
            return wanted;
        }

        var body = wanted.Body;
        for (var earlier = rule - 1; earlier >= 0; earlier--)
        {
            body = Expression.AndAlso(Expression.Not(trees.Condition(earlier).Body), body);
        }

        return Expression.Lambda(body, wanted.Parameters);
    }

    private static Diagnostic NoSuchRule(string ruleSet, string rule, RuleTrees trees) =>
        new(
            SegmentCodes.NoSuchRule,
            $"The rule set '{ruleSet}' has no enabled rule '{rule}'.",
            Remedy: $"Name one of: {string.Join(", ", trees.Rules)}."
        );
}
