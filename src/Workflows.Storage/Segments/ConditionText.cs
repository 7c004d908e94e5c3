using System.Globalization;
using System.Linq.Expressions;

namespace Workflows.Storage.Segments;

/// <summary>Writes a part of a condition the way rules are written, for the plan.</summary>
internal sealed class ConditionText
{
    private readonly IReadOnlyDictionary<ParameterExpression, Expression> _variables;

    private ConditionText(IReadOnlyDictionary<ParameterExpression, Expression> variables) => _variables = variables;

    public static string Of(Expression node, IReadOnlyDictionary<ParameterExpression, Expression> variables) =>
        new ConditionText(variables).Write(node);

    private string Write(Expression node) =>
        node switch
        {
            ParameterExpression variable when _variables.TryGetValue(variable, out var value) => Inner(value),
            ParameterExpression { Name: null or "" } => "it",
            ParameterExpression input => input.Name!,
            ConstantExpression constant => Constant(constant.Value),
            MemberExpression { Expression: { } owner } member => $"{Inner(owner)}.{member.Member.Name}",
            MemberExpression member => $"{member.Member.DeclaringType!.Name}.{member.Member.Name}",
            UnaryExpression { NodeType: ExpressionType.Not } not => $"not {Inner(not.Operand)}",
            UnaryExpression { NodeType: ExpressionType.Negate } negated => $"-{Inner(negated.Operand)}",
            UnaryExpression unary => Write(unary.Operand),
            BinaryExpression { NodeType: ExpressionType.ArrayIndex } at => $"{Inner(at.Left)}[{Write(at.Right)}]",
            BinaryExpression binary => $"{Inner(binary.Left)} {Sign(binary.NodeType)} {Inner(binary.Right)}",
            ConditionalExpression choice =>
                $"iif({Write(choice.Test)}, {Write(choice.IfTrue)}, {Write(choice.IfFalse)})",
            LambdaExpression function => Write(function.Body),
            MethodCallExpression call => Call(call),
            NewArrayExpression array => $"({string.Join(", ", array.Expressions.Select(Write))})",
            _ => node.ToString(),
        };

    private string Inner(Expression node) =>
        node switch
        {
            BinaryExpression { NodeType: not ExpressionType.ArrayIndex } => $"({Write(node)})",
            UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } unary => Inner(
                unary.Operand
            ),
            ParameterExpression variable when _variables.TryGetValue(variable, out var value) => Inner(value),
            _ => Write(node),
        };

    private string Call(MethodCallExpression call)
    {
        var isExtension = call.Method.IsDefined(
            typeof(System.Runtime.CompilerServices.ExtensionAttribute),
            inherit: false
        );
        var target = call.Object ?? (isExtension ? call.Arguments[0] : null);
        var arguments = string.Join(", ", call.Arguments.Skip(isExtension ? 1 : 0).Select(Write));
        return call.Method.Name is "get_Item"
            ? $"{Inner(target!)}[{arguments}]"
            : $"{(target is null ? call.Method.DeclaringType!.Name : Inner(target))}.{call.Method.Name}({arguments})";
    }

    private static string Constant(object? value) =>
        value switch
        {
            null => "null",
            string text => $"\"{text}\"",
            bool flag => flag ? "true" : "false",
            Enum name => $"{name.GetType().Name}.{name}",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    private static string Sign(ExpressionType operation) =>
        operation switch
        {
            ExpressionType.AndAlso or ExpressionType.And => "and",
            ExpressionType.OrElse or ExpressionType.Or => "or",
            ExpressionType.Equal => "==",
            ExpressionType.NotEqual => "!=",
            ExpressionType.LessThan => "<",
            ExpressionType.LessThanOrEqual => "<=",
            ExpressionType.GreaterThan => ">",
            ExpressionType.GreaterThanOrEqual => ">=",
            ExpressionType.Add => "+",
            ExpressionType.Subtract => "-",
            ExpressionType.Multiply => "*",
            ExpressionType.Divide => "/",
            ExpressionType.Modulo => "%",
            ExpressionType.Coalesce => "??",
            _ => operation.ToString(),
        };
}
