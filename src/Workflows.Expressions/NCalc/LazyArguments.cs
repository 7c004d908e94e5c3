using System.Collections;
using Workflows.Expressions.NCalc.Steps;

namespace Workflows.Expressions.NCalc;

/// <summary>The arguments of a host's function, each evaluated when the function looks at it.</summary>
internal sealed class LazyArguments(NCalcStep[] arguments, Scope scope) : IReadOnlyList<object?>
{
    public int Count => arguments.Length;

    public object? this[int index] => arguments[index].Evaluate(scope).ToObject();

    public IEnumerator<object?> GetEnumerator() =>
        arguments.Select(argument => argument.Evaluate(scope).ToObject()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
