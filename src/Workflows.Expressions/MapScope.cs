namespace Workflows.Expressions;

/// <summary>A scope over a dictionary, whose comparer decides whether case matters.</summary>
public sealed class MapScope : Scope
{
    private readonly IReadOnlyDictionary<string, object?> _values;

    // Called directly, a dictionary answers in a fraction of the time.
    private readonly Dictionary<string, object?>? _dictionary;

    /// <summary>Makes a scope over a dictionary; later changes of the dictionary are seen.</summary>
    public MapScope(IReadOnlyDictionary<string, object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = values;
        _dictionary = values as Dictionary<string, object?>;
    }

    /// <summary>Makes a scope from name and value pairs; names are compared exactly.</summary>
    public static MapScope Of(params (string Name, object? Value)[] values) =>
        new(values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal));

    /// <inheritdoc/>
    public override bool TryGet(string name, out object? value) =>
        _dictionary is null ? _values.TryGetValue(name, out value) : _dictionary.TryGetValue(name, out value);

    /// <inheritdoc/>
    public override IEnumerable<string> Names => _values.Keys;
}
