using System.Linq.Expressions;
using Workflows.Rules.Binding;

namespace Workflows.Rules.Compilation;

/// <summary>Works out what does not depend on the inputs, and puts constant parameters in place of their names.</summary>
/// <remarks>What could differ from one moment to the next (a clock, chance) or what fails is left as it is.</remarks>
internal sealed class ConstantFolder : ExpressionVisitor
{
    private static readonly HashSet<Type> PureTypes =
    [
        typeof(Math),
        typeof(TimeSpan),
        typeof(decimal),
        typeof(string),
        typeof(int),
        typeof(long),
        typeof(double),
        typeof(bool),
    ];

    private readonly Dictionary<ParameterExpression, ConstantExpression> _constants;

    public ConstantFolder()
        : this([]) { }

    private ConstantFolder(Dictionary<ParameterExpression, ConstantExpression> constants)
    {
        _constants = constants;
    }

    /// <summary>A folder for an inner scope; constants found there stay there.</summary>
    public ConstantFolder Nested() => new(new Dictionary<ParameterExpression, ConstantExpression>(_constants));

    public LambdaExpression? Fold(LambdaExpression? lambda) =>
        lambda is null ? null : Expression.Lambda(Visit(lambda.Body), lambda.Parameters);

    /// <summary>The parameters that are left; constant ones are remembered and go.</summary>
    public IReadOnlyList<BoundParam> FoldParams(IReadOnlyList<BoundParam> parameters)
    {
        var left = new List<BoundParam>(parameters.Count);
        foreach (var param in parameters)
        {
            var value = Fold(param.Value)!;
            if (value.Body is ConstantExpression constant && constant.Type == param.Variable.Type)
            {
                _constants[param.Variable] = constant;
            }
            else
            {
                left.Add(param with { Value = value });
            }
        }

        return left;
    }

    protected override Expression VisitParameter(ParameterExpression node) =>
        _constants.TryGetValue(node, out var constant) ? constant : node;

    protected override Expression VisitBinary(BinaryExpression node)
    {
        var visited = (BinaryExpression)base.VisitBinary(node);
        return IsConstant(visited.Left) && IsConstant(visited.Right) && IsPure(visited.Method?.DeclaringType)
            ? Evaluated(visited)
            : visited;
    }

    protected override Expression VisitUnary(UnaryExpression node)
    {
        var visited = base.VisitUnary(node);
        return
            visited is UnaryExpression unary
            && unary.Operand is not null
            && IsConstant(unary.Operand)
            && IsPure(unary.Method?.DeclaringType)
            ? Evaluated(visited)
            : visited;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var visited = (MethodCallExpression)base.VisitMethodCall(node);
        return
            IsPure(visited.Method.DeclaringType)
            && (visited.Object is null || IsConstant(visited.Object))
            && visited.Arguments.All(IsConstant)
            && !HandlesText(visited)
            ? Evaluated(visited)
            : visited;
    }

    // What a text means or how two compare can depend on the culture of the question.
    private static bool HandlesText(MethodCallExpression call) =>
        call.Object?.Type == typeof(string) || call.Arguments.Any(argument => argument.Type == typeof(string));

    private static bool IsConstant(Expression node) => node is ConstantExpression;

    private static bool IsPure(Type? type) => type is null || PureTypes.Contains(type);

    // Texts are not worked out here: the culture of a question is not that of publishing.
    private static Expression Evaluated(Expression node)
    {
        var type = Nullable.GetUnderlyingType(node.Type) ?? node.Type;
        if (!type.IsPrimitive && type != typeof(decimal) && type != typeof(TimeSpan))
        {
            return node;
        }

        try
        {
            var boxed = Expression.Lambda<Func<object?>>(Expression.Convert(node, typeof(object)));
            return Expression.Constant(boxed.Compile(preferInterpretation: true)(), node.Type);
        }
        catch (Exception exception)
            when (exception is ArithmeticException or ArgumentException or FormatException or InvalidOperationException)
        {
            return node;
        }
    }
}
