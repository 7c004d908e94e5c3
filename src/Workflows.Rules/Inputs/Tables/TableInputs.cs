using System.Linq.Dynamic.Core;
using System.Reflection;
using Workflows.Expressions;

namespace Workflows.Rules.Inputs.Tables;

/// <summary>Makes typed inputs of the rows of a table: columns of one input become the members of one record.</summary>
public sealed class TableInputs
{
    private readonly Type[] _types;
    private readonly (int Input, PropertyInfo? Member)[] _places;

    /// <summary>Makes the types for a table.</summary>
    /// <param name="columns">The columns; two of one input have members of different names.</param>
    public TableInputs(IReadOnlyList<TableColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var inputs = columns.GroupBy(column => column.Input, StringComparer.OrdinalIgnoreCase).ToArray();
        _types = [.. inputs.Select(TypeOf)];
        Shape = new InputShape([.. inputs.Select((input, index) => new InputParameter(input.Key, _types[index]))]);
        _places = [.. columns.Select(column => Place(column, inputs))];
    }

    /// <summary>The inputs with their types.</summary>
    public InputShape Shape { get; }

    /// <summary>The inputs of one row, in the order of <see cref="Shape"/>.</summary>
    /// <param name="cells">One value a column, of the column's type or null.</param>
    public object?[] Read(IReadOnlyList<object?> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var values = Array.ConvertAll(_types, type => IsRecord(type) ? Activator.CreateInstance(type) : null);
        for (var column = 0; column < _places.Length; column++)
        {
            var (input, member) = _places[column];
            if (member is null)
            {
                values[input] = cells[column];
            }
            else if (cells[column] is { } cell)
            {
                member.SetValue(values[input], cell);
            }
        }

        return values;
    }

    private static Type TypeOf(IGrouping<string, TableColumn> input) =>
        input.All(column => column.Member is null)
            ? input.First().Type
            : DynamicClassFactory.CreateType([
                .. input
                    .Where(column => column.Member is not null)
                    .Select(column => new DynamicProperty(column.Member!, column.Type)),
            ]);

    private (int Input, PropertyInfo? Member) Place(TableColumn column, IGrouping<string, TableColumn>[] inputs)
    {
        var input = Array.FindIndex(
            inputs,
            candidate => string.Equals(candidate.Key, column.Input, StringComparison.OrdinalIgnoreCase)
        );
        return (input, column.Member is null ? null : _types[input].GetProperty(column.Member));
    }

    private static bool IsRecord(Type type) => typeof(DynamicClass).IsAssignableFrom(type);
}
