using System.Linq.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Binding;
using Words = Workflows.Rules.Json.RuleSetWords;

namespace Workflows.Rules.Explaining;

/// <summary>Explains the decisions of one rule set for inputs of given types. Immutable, and safe on every thread.</summary>
public sealed class RuleSetExplainer
{
    private readonly SlotCompiler _slots = new();
    private readonly PartReader _reader;

    internal RuleSetExplainer(BoundRuleSet bound, RuleVocabulary vocabulary)
    {
        _reader = new PartReader(_slots, vocabulary);
        Name = bound.Source.Name;
        foreach (var input in bound.Inputs)
        {
            _slots.SlotOf(input);
        }

        var scope = bound.Inputs.ToList();
        Params = Read(bound.Params, bound.Source.GlobalParams, scope);
        Explained = [.. bound.Rules.Select(rule => Read(rule, scope))];
    }

    /// <summary>The enabled rules, in the order in which they are asked.</summary>
    public IReadOnlyList<Model.Rule> Rules => [.. Explained.Select(rule => rule.Rule.Source)];

    internal string Name { get; }

    internal int Slots => _slots.Count;

    internal IReadOnlyList<ExplainedParam> Params { get; }

    internal IReadOnlyList<ExplainedRule> Explained { get; }

    /// <summary>Explains every rule.</summary>
    /// <param name="values">The inputs, in the order of the types.</param>
    /// <param name="vocabulary">What people call the inputs' members.</param>
    /// <param name="language">The language of the words.</param>
    public RuleSetExplanation Explain(object?[] values, Vocabulary vocabulary, Language language) =>
        new ExplanationRun(this, values, vocabulary, language).Explain();

    /// <summary>What decided it, in one line: why the first rule that holds does, or why none does. Cheaper than the whole explanation.</summary>
    /// <param name="values">The inputs, in the order of the types.</param>
    /// <param name="vocabulary">What people call the inputs' members.</param>
    /// <param name="language">The language of the sentence.</param>
    public string Why(object?[] values, Vocabulary vocabulary, Language language) =>
        new ExplanationRun(this, values, vocabulary, language).Why();

    private ExplainedRule Read(BoundRule rule, IReadOnlyList<ParameterExpression> outer)
    {
        var scope = outer.ToList();
        var locals = Read(rule.Params, rule.Source.LocalParams, scope);
        return new ExplainedRule(
            rule,
            locals,
            rule.Condition is null ? null : _reader.Read(rule.Source.Expression ?? "", rule.Condition, scope),
            [.. rule.Children.Select(child => Read(child, scope))],
            rule.OnSuccess is { Output: { } output } action
                ? _reader.Read(action.Source.Text(Words.Expression) ?? "", output, scope)
                : null
        );
    }

    private List<ExplainedParam> Read(
        IReadOnlyList<BoundParam> bound,
        IReadOnlyList<Model.ScopedParam> source,
        List<ParameterExpression> scope
    )
    {
        var explained = new List<ExplainedParam>(bound.Count);
        foreach (var param in bound)
        {
            var text = source.First(item => string.Equals(item.Name, param.Variable.Name, StringComparison.Ordinal));
            var value = _reader.Read(text.Expression, param.Value, scope);
            explained.Add(new ExplainedParam(param.Variable, _slots.SlotOf(param.Variable), value));
            scope.Add(param.Variable);
        }

        return explained;
    }
}
