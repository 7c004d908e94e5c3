using System.Linq.Expressions;
using Workflows.Expressions;
using Expression = System.Linq.Expressions.Expression;

namespace Workflows.Rules.Compilation;

/// <summary>A compiled rule set over columns: one array for each member the rules read, one row for each contact.</summary>
public sealed class ColumnRuleSet
{
    private readonly ProgramForms<Func<Array[], int, int>, Func<Array[], int, ulong>> _forms;

    internal ColumnRuleSet(RuleProgram flat)
    {
        _forms = new(flat, lambda => OverColumns(lambda, flat.Inputs));
        Columns = [.. flat.Inputs.Select(input => new InputParameter(input.Name!, input.Type))];
    }

    /// <summary>The columns to give, in this order: the members of the first input that rules read, then the other inputs.</summary>
    public IReadOnlyList<InputParameter> Columns { get; }

    /// <summary>The first rule that holds for each row. A rule that fails does not hold. Allocates nothing.</summary>
    /// <param name="columns">One array for each of <see cref="Columns"/>, of exactly its type.</param>
    /// <param name="rules">Receives a rule's index or -1 for each row; as long as there are rows.</param>
    /// <exception cref="ArgumentException">A column is missing, too short or of another type.</exception>
    public void FirstMatch(Array[] columns, Span<int> rules)
    {
        Require(columns, rules.Length);
        for (var row = 0; row < rules.Length; row++)
        {
            try
            {
                rules[row] = FirstMatch(_forms.FirstMatch, columns, row);
            }
            // An expression may throw anything; the careful program asks rule by rule.
            catch (Exception)
            {
                rules[row] = FirstMatch(_forms.CarefulFirstMatch, columns, row);
            }
        }
    }

    private static int FirstMatch(Lazy<Func<Array[], int, int>>[] words, Array[] columns, int row)
    {
        foreach (var word in words)
        {
            if (word.Value(columns, row) is >= 0 and var rule)
            {
                return rule;
            }
        }

        return -1;
    }

    private void Require(Array[] columns, int rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Length != Columns.Count)
        {
            throw new ArgumentException($"There must be {Columns.Count} columns.", nameof(columns));
        }

        for (var index = 0; index < columns.Length; index++)
        {
            var (name, type) = Columns[index];
            if (columns[index].GetType().GetElementType() != type || columns[index].Length < rows)
            {
                throw new ArgumentException(
                    $"The column '{name}' needs {rows} values of {type.Name}.",
                    nameof(columns)
                );
            }
        }
    }

    private static Delegate OverColumns(LambdaExpression typed, IReadOnlyList<ParameterExpression> inputs)
    {
        var columns = Expression.Parameter(typeof(Array[]), "columns");
        var row = Expression.Parameter(typeof(int), "row");
        var reads = inputs.Select(
            (input, index) =>
                (Expression)
                    Expression.Assign(
                        input,
                        Expression.ArrayIndex(
                            Expression.Convert(
                                Expression.ArrayIndex(columns, Expression.Constant(index)),
                                input.Type.MakeArrayType()
                            ),
                            row
                        )
                    )
        );
        return Expression
            .Lambda(Expression.Block(typed.ReturnType, inputs, [.. reads, typed.Body]), columns, row)
            .Compile();
    }
}
