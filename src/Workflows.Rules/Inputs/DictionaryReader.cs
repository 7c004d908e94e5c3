using System.Dynamic;
using System.Text.Json;

namespace Workflows.Rules.Inputs;

/// <summary>
/// Reads dictionaries of one shape (the same names with values of the same types) into places of an array, without
/// making an object of them.
/// </summary>
internal sealed class DictionaryReader
{
    private static readonly IEqualityComparer<string> UsualComparer = new Dictionary<string, object?>(
        comparer: null
    ).Comparer;

    private readonly string[] _names;
    private readonly Type?[] _types;
    private readonly int[] _places;

    private DictionaryReader(string[] names, Type?[] types, int[] places)
    {
        _names = names;
        _types = types;
        _places = places;
    }

    /// <summary>A reader for dictionaries like this one.</summary>
    /// <param name="sample">A dictionary of plain values only.</param>
    /// <param name="read">The members to read, in the order of their places.</param>
    public static DictionaryReader Of(IDictionary<string, object?> sample, IReadOnlyList<string> read)
    {
        string[] names = [.. sample.Keys];
        return new DictionaryReader(
            names,
            [.. names.Select(name => sample[name]?.GetType())],
            [.. names.Select(name => read.ToList().IndexOf(name))]
        );
    }

    /// <summary>Whether a dictionary holds plain values only: lists, dictionaries and JSON are converted before they are used.</summary>
    public static bool IsPlain(IDictionary<string, object?> dictionary) =>
        dictionary is ExpandoObject or Dictionary<string, object?>
        && dictionary.Values.All(value =>
            value is null or string
            || value
                is not (System.Collections.IEnumerable or JsonElement or JsonDocument or IDynamicMetaObjectProvider)
        );

    /// <summary>Reads a dictionary, if it has this shape.</summary>
    /// <param name="dictionary">The dictionary.</param>
    /// <param name="values">Receives the members.</param>
    public bool TryRead(IDictionary<string, object?> dictionary, object?[] values) =>
        dictionary.Count == _names.Length
        && (
            dictionary is Dictionary<string, object?> map
                ? TryReadInOrder(map, values) || (IsOrdinal(map) && TryFind(map, values))
                : TryFind(dictionary, values)
        );

    // Dictionaries made by one piece of code have their members in one order.
    private bool TryReadInOrder(Dictionary<string, object?> dictionary, object?[] values)
    {
        var index = 0;
        foreach (var (name, value) in dictionary)
        {
            if (!string.Equals(name, _names[index], StringComparison.Ordinal) || !TryPut(index++, value, values))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryFind(IDictionary<string, object?> dictionary, object?[] values)
    {
        for (var index = 0; index < _names.Length; index++)
        {
            if (!dictionary.TryGetValue(_names[index], out var value) || !TryPut(index, value, values))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryPut(int index, object? value, object?[] values)
    {
        if (value?.GetType() != _types[index])
        {
            return false;
        }

        if (_places[index] >= 0)
        {
            values[_places[index]] = value;
        }

        return true;
    }

    private static bool IsOrdinal(Dictionary<string, object?> dictionary) =>
        ReferenceEquals(dictionary.Comparer, UsualComparer)
        || ReferenceEquals(dictionary.Comparer, StringComparer.Ordinal);
}
