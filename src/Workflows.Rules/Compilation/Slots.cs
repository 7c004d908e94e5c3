using System.Linq.Expressions;

namespace Workflows.Rules.Compilation;

/// <summary>Gives each input and parameter a place in an array, and compiles expressions that read them from there.</summary>
internal sealed class Slots
{
    private static readonly ParameterExpression Values = Expression.Parameter(typeof(object?[]), "values");

    private readonly Dictionary<ParameterExpression, int> _places = [];

    public int Count => _places.Count;

    public int Add(ParameterExpression variable) => _places[variable] = _places.Count;

    public int this[ParameterExpression variable] => _places[variable];

    /// <summary>The inputs and parameters that an expression reads.</summary>
    public IReadOnlyList<ParameterExpression> Read(Expression body)
    {
        var finder = new Finder(_places);
        finder.Visit(body);
        return [.. finder.Found];
    }

    /// <summary>Compiles an expression to a function over the values in their places.</summary>
    public Func<object?[], T> Compile<T>(Expression body)
    {
        var read = Read(body);
        var assignments = read.Select(variable =>
            (Expression)
                Expression.Assign(
                    variable,
                    Expression.Convert(
                        Expression.ArrayIndex(Values, Expression.Constant(_places[variable])),
                        variable.Type
                    )
                )
        );
        var result = body.Type == typeof(T) ? body : Expression.Convert(body, typeof(T));
        return Expression
            .Lambda<Func<object?[], T>>(Expression.Block(typeof(T), read, [.. assignments, result]), Values)
            .Compile();
    }

    private sealed class Finder(Dictionary<ParameterExpression, int> places) : ExpressionVisitor
    {
        public HashSet<ParameterExpression> Found { get; } = [];

        protected override Expression VisitParameter(ParameterExpression node)
        {
            if (places.ContainsKey(node))
            {
                Found.Add(node);
            }

            return node;
        }
    }
}
