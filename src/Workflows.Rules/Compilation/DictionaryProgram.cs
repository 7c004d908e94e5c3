using Workflows.Rules.Catalog;
using Workflows.Rules.Inputs;

namespace Workflows.Rules.Compilation;

/// <summary>A compiled rule set over dictionaries of one shape.</summary>
internal sealed class DictionaryProgram
{
    [ThreadStatic]
    private static object?[]? _spare;

    private readonly CompiledRuleSet _rules;
    private readonly DictionaryReader _reader;
    private readonly int _places;

    public DictionaryProgram(CompiledRuleSet flat, IDictionary<string, object?> sample)
    {
        _rules = flat;
        string[] members = [.. flat.Shape.Parameters.Select(parameter => parameter.Name)];
        _reader = DictionaryReader.Of(sample, members);
        _places = members.Length;
    }

    /// <summary>The index of the first rule that holds or -1; null when the dictionary has another shape.</summary>
    public int? FirstMatch(IDictionary<string, object?> dictionary)
    {
        var values = Rent();
        int? rule = _reader.TryRead(dictionary, values) ? _rules.FirstMatch(values) : null;
        Return(values);
        return rule;
    }

    /// <summary>The number of rules that hold; null when the dictionary has another shape.</summary>
    public int? Matches(IDictionary<string, object?> dictionary, Span<bool> holds)
    {
        var values = Rent();
        int? count = _reader.TryRead(dictionary, values) ? _rules.Matches(values, holds) : null;
        Return(values);
        return count;
    }

    /// <summary>The results of all rules; null when the dictionary has another shape, or more is needed than its members.</summary>
    public RuleSetAnswer? Evaluate(IDictionary<string, object?> dictionary)
    {
        if (!_rules.Results.AreSettled)
        {
            return null;
        }

        var values = Rent();
        var answer = _reader.TryRead(dictionary, values) ? _rules.Evaluate(values) : null;
        Return(values);
        return answer;
    }

    // A rule that asks rules itself takes another array.
    private object?[] Rent()
    {
        var spare = _spare;
        _spare = null;
        return spare?.Length >= _places ? spare : new object?[Math.Max(_places, 16)];
    }

    private void Return(object?[] values)
    {
        Array.Clear(values, 0, _places);
        _spare = values;
    }
}
