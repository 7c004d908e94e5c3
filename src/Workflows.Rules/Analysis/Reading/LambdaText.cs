using System.Globalization;
using System.Linq.Expressions;

namespace Workflows.Rules.Analysis.Reading;

/// <summary>A parsed expression as its author would write it, for people to recognise.</summary>
internal static class LambdaText
{
    public static string Of(Expression expression) =>
        expression switch
        {
            ParameterExpression parameter => parameter.Name ?? "",
            ConstantExpression constant => Of(constant.Value),
            MemberExpression { Expression: { } owner } member => $"{Of(owner)}.{member.Member.Name}",
            MemberExpression member => $"{member.Member.DeclaringType?.Name}.{member.Member.Name}",
            UnaryExpression { NodeType: ExpressionType.Not } not => $"!({Of(not.Operand)})",
            UnaryExpression { NodeType: ExpressionType.Negate } minus => $"-{Of(minus.Operand)}",
            UnaryExpression unary => Of(unary.Operand),
            BinaryExpression binary => $"{Operand(binary.Left)} {Symbol(binary.NodeType)} {Operand(binary.Right)}",
            MethodCallExpression { Object: { } target } call =>
                $"{Of(target)}.{call.Method.Name}({Of(call.Arguments)})",
            MethodCallExpression call when call.Method.DeclaringType == typeof(Enumerable) =>
                $"{Of(call.Arguments[0])}.{call.Method.Name}({Of(call.Arguments.Skip(1))})",
            MethodCallExpression call => $"{call.Method.DeclaringType?.Name}.{call.Method.Name}({Of(call.Arguments)})",
            NewArrayExpression array => $"({Of(array.Expressions)})",
            ConditionalExpression choice => $"{Of(choice.Test)} ? {Of(choice.IfTrue)} : {Of(choice.IfFalse)}",
            _ => expression.ToString(),
        };

    public static string Of(object? value) =>
        value switch
        {
            null => "null",
            string text => $"\"{text}\"",
            bool flag => flag ? "true" : "false",
            DateTimeOffset instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    private static string Of(IEnumerable<Expression> arguments) => string.Join(", ", arguments.Select(Of));

    private static string Operand(Expression operand) => operand is BinaryExpression ? $"({Of(operand)})" : Of(operand);

    private static string Symbol(ExpressionType type) =>
        Operators.Of(type)?.Symbol()
        ?? type switch
        {
            ExpressionType.AndAlso => "&&",
            ExpressionType.OrElse => "||",
            ExpressionType.Add => "+",
            ExpressionType.Subtract => "-",
            ExpressionType.Multiply => "*",
            ExpressionType.Divide => "/",
            ExpressionType.Modulo => "%",
            _ => type.ToString(),
        };
}
