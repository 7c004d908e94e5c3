using Workflows.Expressions;

namespace Workflows.Rules.Inputs;

/// <summary>Names and types of inputs, compared by value.</summary>
internal sealed class ShapeKey : IEquatable<ShapeKey>
{
    private readonly IReadOnlyList<InputParameter> _parameters;
    private readonly int _hash;

    public ShapeKey(InputShape shape)
    {
        _parameters = shape.Parameters;
        var hash = new HashCode();
        foreach (var parameter in _parameters)
        {
            hash.Add(parameter);
        }

        _hash = hash.ToHashCode();
    }

    public bool Equals(ShapeKey? other) => other is not null && _parameters.SequenceEqual(other._parameters);

    public override bool Equals(object? obj) => Equals(obj as ShapeKey);

    public override int GetHashCode() => _hash;
}
