using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Lambda.Outlines;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Explaining;

/// <summary>The explanation of one question.</summary>
internal sealed class ExplanationRun
{
    // What a screen can show and a person can read; more is left out and told.
    private const int MostParts = 2_000;

    private readonly RuleSetExplainer _explainer;
    private readonly ExplanationValues _values;
    private readonly PartWords _words;
    private readonly WhySentence _why;
    private readonly Language _language;
    private readonly Dictionary<System.Linq.Expressions.ParameterExpression, ExplainedParam> _params = [];
    private int _parts;

    public ExplanationRun(RuleSetExplainer explainer, object?[] inputs, Vocabulary vocabulary, Language language)
    {
        _explainer = explainer;
        _language = language;
        _values = new ExplanationValues(inputs, explainer.Slots);
        _words = new PartWords(_values, vocabulary, language);
        _why = new WhySentence(_values, _words, ParamOf, language);
    }

    public RuleSetExplanation Explain()
    {
        var failure = Fill(_explainer.Params);
        var rules = _explainer.Explained.Select(rule => Explain(rule, failure)).ToList();
        var first = rules.Find(rule => rule.State == PartState.Holds);
        return new RuleSetExplanation(
            _explainer.Name,
            first?.Rule,
            first?.SuccessEvent,
            Why(failure),
            Explain(_explainer.Params, failure),
            rules,
            _parts > MostParts
        );
    }

    public string Why() => Why(Fill(_explainer.Params));

    private string Why(ExplainedParam? failure)
    {
        if (failure is not null)
        {
            return ParamFailure(failure);
        }

        foreach (var rule in _explainer.Explained)
        {
            if (StateOf(rule) == PartState.Holds)
            {
                return Reason(rule);
            }
        }

        var reasons = _explainer.Explained.Take(3).Select(rule => $"{rule.Rule.Source.Name}: {Reason(rule)}");
        return $"{Phrases.Pick(("no rule holds", "没有规则成立"), _language)} | {string.Join(" | ", reasons)}";
    }

    private string Reason(ExplainedRule rule)
    {
        if (Fill(rule.Params) is { } failure)
        {
            return ParamFailure(failure);
        }

        if (rule.Condition is { } condition)
        {
            return _why.Of(condition);
        }

        var isOr = RuleOperators.IsOr(rule.Rule.Source.Operator!);
        var states = rule.Children.Select(child => (Child: child, Holds: StateOf(child) == PartState.Holds)).ToList();
        var deciding = states.FindIndex(item => item.Holds == isOr);
        var told = deciding < 0 ? states : [states[deciding]];
        return string.Join("; ", told.Select(item => $"{item.Child.Rule.Source.Name}: {Reason(item.Child)}"));
    }

    private PartState StateOf(ExplainedRule rule)
    {
        if (Fill(rule.Params) is not null)
        {
            return PartState.Failed;
        }

        if (rule.Condition is { } condition)
        {
            return _values.Of(condition).State;
        }

        return Combine(rule, [.. rule.Children.Select(StateOf)]);
    }

    private static PartState Combine(ExplainedRule rule, IReadOnlyList<PartState> children) =>
        PartResult.Verdict(
            RuleOperators.IsOr(rule.Rule.Source.Operator!)
                ? children.Any(child => child == PartState.Holds)
                : children.Count > 0 && children.All(child => child == PartState.Holds)
        );

    private RuleExplanation Explain(ExplainedRule rule, ExplainedParam? failure)
    {
        failure ??= Fill(rule.Params);
        var source = rule.Rule.Source;
        var condition = failure is null && rule.Condition is { } part ? Explain(part) : null;
        IReadOnlyList<RuleExplanation> children = [.. rule.Children.Select(child => Explain(child, failure))];
        var state =
            failure is not null ? PartState.Failed
            : condition is not null ? condition.State
            : Combine(rule, [.. children.Select(child => child.State)]);
        var holds = state == PartState.Holds;
        var output = holds && rule.Output is { } value ? Explain(value) : null;
        return new RuleExplanation(
            source.Name,
            state,
            holds ? source.Event : null,
            source.IsNested ? source.Operator : null,
            Explain(rule.Params, failure),
            condition,
            children,
            output,
            failure is not null ? ParamFailure(failure)
                : state == PartState.Failed ? condition!.Words
                : output is { State: PartState.Failed } ? output.Words
                : null
        );
    }

    private List<ParamExplanation> Explain(IReadOnlyList<ExplainedParam> parameters, ExplainedParam? failure)
    {
        var explained = new List<ParamExplanation>(parameters.Count);
        foreach (var param in parameters)
        {
            explained.Add(new ParamExplanation(param.Variable.Name!, Explain(param.Value)));
            if (ReferenceEquals(param, failure))
            {
                break;
            }
        }

        return explained;
    }

    private PartExplanation Explain(Part part)
    {
        var result = _values.Of(part);
        var parts = _parts > MostParts ? [] : ExplainParts(part);
        return Tell(part, result.State, result.Value, _words.Of(part, result), parts);
    }

    /// <summary>The parts of a part: behind the one that decided, none was asked.</summary>
    private List<PartExplanation> ExplainParts(Part part)
    {
        var decides = part.Node.Kind switch
        {
            OutlineKind.And => PartState.DoesNotHold,
            OutlineKind.Or => PartState.Holds,
            _ => (PartState?)null,
        };
        var explained = new List<PartExplanation>(part.Parts.Count);
        var isOver = false;
        foreach (var inner in part.Parts)
        {
            var isAsked = part.Node.Kind == OutlineKind.Choice ? IsChosen(part, explained) : !isOver;
            var told = isAsked ? Explain(inner) : Tell(inner, PartState.NotAsked, null, _words.NotAsked(inner), []);
            var isEnd = decides is not null && isAsked && (told.State == decides || told.State == PartState.Failed);
            isOver |= isEnd;
            explained.Add(isEnd ? told with { Decides = true } : told);
        }

        return explained;
    }

    // The condition first, then what it chose.
    private static bool IsChosen(Part choice, List<PartExplanation> before) =>
        before.Count switch
        {
            0 => true,
            1 => before[0].State == PartState.Holds,
            _ => choice.Parts.Count == 3 && before[0].State == PartState.DoesNotHold,
        };

    private PartExplanation Tell(
        Part part,
        PartState state,
        object? value,
        string words,
        IReadOnlyList<PartExplanation> parts
    )
    {
        _parts++;
        return new PartExplanation(
            ValueWords.Cut(part.Text, 1000),
            part.Node.Span.Start,
            part.Node.Span.Length,
            part.Node.Kind,
            state,
            ValueWords.Plain(value),
            words,
            false,
            ParamOf(part)?.Variable.Name,
            parts
        );
    }

    private ExplainedParam? ParamOf(Part part) =>
        part.Variable is { } variable ? _params.GetValueOrDefault(variable) : null;

    private ExplainedParam? Fill(IReadOnlyList<ExplainedParam> parameters)
    {
        foreach (var param in parameters)
        {
            _params[param.Variable] = param;
        }

        return _values.Fill(parameters);
    }

    private string ParamFailure(ExplainedParam param) =>
        $"{param.Variable.Name}: {_words.Failure(param.Value, _values.Of(param.Value))}";
}
