namespace Workflows.Expressions;

/// <summary>The values an evaluation can refer to, by name.</summary>
public abstract class Scope
{
    /// <summary>A scope without values.</summary>
    public static Scope Empty { get; } = new MapScope(new Dictionary<string, object?>(StringComparer.Ordinal));

    /// <summary>Finds a value.</summary>
    /// <param name="name">The name as the text writes it.</param>
    /// <param name="value">The value, which may be null.</param>
    /// <returns>Whether the name is known at all.</returns>
    public abstract bool TryGet(string name, out object? value);

    /// <summary>The names that are known, as far as the scope can list them; none unless it can.</summary>
    public virtual IEnumerable<string> Names => [];
}
