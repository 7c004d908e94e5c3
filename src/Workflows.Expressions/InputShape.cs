namespace Workflows.Expressions;

/// <summary>The inputs an expression may use, with their types.</summary>
/// <remarks>Only <see cref="Notation.Lambda"/> is typed; the other notations find values by name when they run.</remarks>
/// <param name="Parameters">The inputs; names must differ, whatever their case.</param>
public sealed record InputShape(IReadOnlyList<InputParameter> Parameters)
{
    /// <summary>A shape without inputs.</summary>
    public static InputShape Empty { get; } = new([]);

    /// <summary>Makes a shape from name and type pairs.</summary>
    public static InputShape Of(params (string Name, Type Type)[] parameters) =>
        new([.. parameters.Select(parameter => new InputParameter(parameter.Name, parameter.Type))]);
}
