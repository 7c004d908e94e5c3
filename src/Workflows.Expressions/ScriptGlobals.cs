using System.Collections.Frozen;

namespace Workflows.Expressions;

/// <summary>What the host adds to scripts and templates: functions and objects by name. Immutable and shared.</summary>
/// <remarks>
/// Functions are for JavaScript and NCalc; objects are for JavaScript (<c>variables.X</c>) and are roots in Liquid (<c>{{ Variables.X }}</c>).
/// A name that is not here is looked up in the scope. Names are compared exactly.
/// </remarks>
public sealed class ScriptGlobals
{
    private readonly FrozenDictionary<string, ScriptFunction> _functions;
    private readonly FrozenDictionary<string, ScriptObject> _objects;

    /// <summary>Collects what the host offers.</summary>
    public ScriptGlobals(
        IEnumerable<KeyValuePair<string, ScriptFunction>>? functions = null,
        IEnumerable<KeyValuePair<string, ScriptObject>>? objects = null
    )
    {
        _functions = (functions ?? []).ToFrozenDictionary(StringComparer.Ordinal);
        _objects = (objects ?? []).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Nothing beyond the notation itself and the scope.</summary>
    public static ScriptGlobals Empty { get; } = new();

    /// <summary>The time scripts see; null lets them see the machine's.</summary>
    public Func<Scope, DateTimeOffset>? Clock { get; init; }

    /// <summary>The functions by name.</summary>
    public IReadOnlyDictionary<string, ScriptFunction> Functions => _functions;

    /// <summary>The objects by name.</summary>
    public IReadOnlyDictionary<string, ScriptObject> Objects => _objects;

    /// <summary>Makes globals with one more function; an older one of that name is replaced.</summary>
    public ScriptGlobals With(string name, ScriptFunction function) =>
        new(
            _functions.Where(pair => !pair.Key.Equals(name, StringComparison.Ordinal)).Append(new(name, function)),
            _objects
        )
        {
            Clock = Clock,
        };

    /// <summary>Makes globals with one more object; an older one of that name is replaced.</summary>
    public ScriptGlobals With(string name, ScriptObject value) =>
        new(
            _functions,
            _objects.Where(pair => !pair.Key.Equals(name, StringComparison.Ordinal)).Append(new(name, value))
        )
        {
            Clock = Clock,
        };
}
