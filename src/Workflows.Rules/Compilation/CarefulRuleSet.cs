using Workflows.Rules.Binding;
using Workflows.Rules.Catalog;

namespace Workflows.Rules.Compilation;

/// <summary>A rule set worked out step by step; see <see cref="CarefulRule"/>.</summary>
internal sealed class CarefulRuleSet
{
    private readonly IReadOnlyList<string> _inputs;
    private readonly IReadOnlyList<CarefulParam> _params;
    private readonly IReadOnlyList<CarefulRule> _rules;
    private readonly int _places;

    public CarefulRuleSet(BoundRuleSet bound)
    {
        var slots = new Slots();
        foreach (var input in bound.Inputs)
        {
            slots.Add(input);
        }

        _inputs = [.. bound.Inputs.Select(input => input.Name!)];
        _params = CarefulParam.All(bound.Params, slots);
        _rules =
        [
            .. ProgramWord
                .Spread(bound.Rules)
                .SelectMany(word => word.Rules)
                .Select(rule => new CarefulRule(rule, slots, isRoot: true)),
        ];
        _places = slots.Count;
    }

    /// <summary>The results of all rules, or null when only the judge can tell.</summary>
    public RuleSetAnswer? Evaluate(object?[] inputs)
    {
        try
        {
            var values = new object?[_places];
            Array.Copy(inputs, values, _inputs.Count);
            var failure = WorkOutParams(values);
            var results = new RuleResult[_rules.Count];
            for (var index = 0; index < results.Length; index++)
            {
                var result = failure is null
                    ? _rules[index].Evaluate(values, name => Find(name, values))
                    : _rules[index].ParamsFailed(failure);
                if (result is null)
                {
                    return null;
                }

                results[index] = result;
            }

            return new RuleSetAnswer(results);
        }
        // A limit of ours, or a value that cannot be written into a message: the judge has the word.
        catch (Exception)
        {
            return null;
        }
    }

    private Exception? WorkOutParams(object?[] values)
    {
        try
        {
            foreach (var param in _params)
            {
                param.WorkOut(values);
            }

            return null;
        }
        catch (Exception exception) when (!Limits.AreReached(exception))
        {
            return exception;
        }
    }

    private object? Find(string name, object?[] values)
    {
        for (var index = 0; index < _inputs.Count; index++)
        {
            if (string.Equals(_inputs[index], name, StringComparison.Ordinal))
            {
                return values[index];
            }
        }

        return _params.FirstOrDefault(param => string.Equals(param.Name, name, StringComparison.Ordinal)) is { } found
            ? values[found.Place]
            : null;
    }
}
