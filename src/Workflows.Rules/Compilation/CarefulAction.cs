using System.Linq.Expressions;

namespace Workflows.Rules.Compilation;

/// <summary>
/// A rule's action over values in their places. The judge parses an action anew with the types its values have then;
/// where those are not the ones it was compiled for, only the judge can tell what comes of it.
/// </summary>
internal sealed class CarefulAction
{
    private readonly Lazy<Func<object?[], object?>> _output;
    private readonly IReadOnlyList<(int Place, Type Type)> _reads;

    public CarefulAction(LambdaExpression output, Slots slots)
    {
        _output = new(() => slots.Compile<object?>(output.Body));
        _reads = [.. slots.Read(output.Body).Select(variable => (slots[variable], variable.Type))];
    }

    /// <summary>Whether the values have the types the action was compiled for.</summary>
    public bool Fits(object?[] values)
    {
        foreach (var (place, type) in _reads)
        {
            if (values[place]?.GetType() != type)
            {
                return false;
            }
        }

        return true;
    }

    public object? Run(object?[] values) => _output.Value(values);
}
