using System.Collections;

namespace Workflows.Expressions.NCalc;

/// <summary>The arguments of a host's function, each evaluated when the function looks at it.</summary>
internal sealed class LazyArguments(Func<Scope, object?>[] arguments, Scope scope) : IReadOnlyList<object?>
{
    public int Count => arguments.Length;

    public object? this[int index] => arguments[index](scope);

    public IEnumerator<object?> GetEnumerator() => arguments.Select(argument => argument(scope)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
