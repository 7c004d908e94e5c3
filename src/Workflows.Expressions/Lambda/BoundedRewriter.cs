using System.Linq.Expressions;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Workflows.Expressions.Lambda;

/// <summary>Puts bounded calls in place of unbounded ones, with the limits as constants.</summary>
/// <param name="limits">What the text may cost.</param>
/// <param name="concatenations">
/// How often the text joins texts. A few plain ones stay as they are, because queries can be made of them.
/// </param>
internal sealed class BoundedRewriter(ExpressionLimits limits, int concatenations)
{
    private const int PlainConcatenations = 8;

    private static readonly Dictionary<string, MethodInfo> StandIns = typeof(BoundedCalls)
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.DeclaringType == typeof(BoundedCalls))
        .ToDictionary(method => method.Name, StringComparer.Ordinal);

    private readonly ParameterExpression _budget = System.Linq.Expressions.Expression.Variable(
        typeof(TextBudget),
        "budget"
    );
    private bool _usesBudget;
    private bool _isInFunction;

    /// <summary>The tree with the budget it spends from, if it does.</summary>
    public System.Linq.Expressions.Expression WithBudget(System.Linq.Expressions.Expression body) =>
        _usesBudget
            ? System.Linq.Expressions.Expression.Block(
                body.Type,
                [_budget],
                System.Linq.Expressions.Expression.Assign(
                    _budget,
                    System.Linq.Expressions.Expression.New(
                        typeof(TextBudget).GetConstructors()[0],
                        Constant(limits.MaxTextLength)
                    )
                ),
                body
            )
            : body;

    public System.Linq.Expressions.Expression Rewrite(MethodCallExpression call, bool isInFunction)
    {
        _isInFunction = isInFunction;
        var owner = call.Method.DeclaringType;
        if (owner == typeof(string))
        {
            return RewriteText(call, isInFunction);
        }

        if (owner == typeof(Regex))
        {
            return RewriteRegex(call);
        }

        var formats = call.Method.Name is "ToString" && call.Arguments.Any(argument => argument.Type == typeof(string));
        return formats && typeof(IFormattable).IsAssignableFrom(call.Object!.Type) ? RewriteFormat(call) : call;
    }

    private MethodCallExpression RewriteText(MethodCallExpression call, bool isInFunction)
    {
        var arguments = call.Arguments;
        switch (call.Method.Name)
        {
            case "PadLeft" or "PadRight":
                return Building(
                    call.Method.Name,
                    call.Object!,
                    arguments[0],
                    arguments.ElementAtOrDefault(1) ?? Constant(' ')
                );
            case "Replace" when arguments[0].Type == typeof(string):
                var comparison =
                    arguments is [_, _, { Type: var type } given] && type == typeof(StringComparison) ? given : null;
                return Building(
                    "Replace",
                    call.Object!,
                    arguments[0],
                    arguments[1],
                    comparison ?? Constant(StringComparison.Ordinal)
                );
            case "Join" when typeof(IEnumerable<string>).IsAssignableFrom(arguments[1].Type):
                return Building("Join", ToText(arguments[0]), arguments[1]);
            case "Insert":
                return Building("Insert", call.Object!, arguments[0], arguments[1]);
            case "Concat" when arguments is [{ } parts] && typeof(IEnumerable<string>).IsAssignableFrom(parts.Type):
                return Building("Join", Constant(""), parts);
            case "Concat" when arguments.Count > 1 && arguments.All(argument => !argument.Type.IsByRefLike):
                return isInFunction || concatenations > PlainConcatenations ? Concatenation(arguments) : call;
            case "Concat"
                when arguments
                    is [
                        NewArrayExpression { NodeType: ExpressionType.NewArrayInit, Expressions: { Count: > 1 } items },
                    ]:
                return isInFunction || concatenations > PlainConcatenations ? Concatenation(items) : call;
            case "Concat":
                throw new NotSupportedException("'string.Concat' is not available in this form.");
            case "Join" or "Format" or "CopyTo":
                throw new NotSupportedException($"'string.{call.Method.Name}' is not available in this form.");
            default:
                return call;
        }
    }

    private MethodCallExpression RewriteRegex(MethodCallExpression call)
    {
        if (call.Object is not null)
        {
            throw new NotSupportedException("Regular expressions are used through their static methods.");
        }

        var arguments = call.Arguments;
        var options =
            arguments.FirstOrDefault(argument => argument.Type == typeof(RegexOptions)) ?? Constant(RegexOptions.None);
        return call.Method.Name switch
        {
            "IsMatch" when arguments[1] is ConstantExpression { Value: string pattern } => IsMatch(
                arguments[0],
                pattern,
                options
            ),
            "IsMatch" => Call("IsMatch", arguments[0], arguments[1], options, Constant(limits.RegexTimeout)),
            "Replace" when arguments[2].Type == typeof(string) => Building(
                "ReplaceMatches",
                arguments[0],
                arguments[1],
                arguments[2],
                options,
                Constant(limits.RegexTimeout)
            ),
            "Escape" => call,
            _ => throw new NotSupportedException($"'Regex.{call.Method.Name}' is not available."),
        };
    }

    // A pattern written in the text is compiled, and found wrong, once.
    private MethodCallExpression IsMatch(
        System.Linq.Expressions.Expression input,
        string pattern,
        System.Linq.Expressions.Expression options
    )
    {
        var chosen = options is ConstantExpression { Value: RegexOptions value } ? value : RegexOptions.None;
        var regex = new Regex(pattern, chosen, limits.RegexTimeout);
        return System.Linq.Expressions.Expression.Call(
            System.Linq.Expressions.Expression.Constant(regex),
            nameof(Regex.IsMatch),
            null,
            input
        );
    }

    private static MethodCallExpression RewriteFormat(MethodCallExpression call)
    {
        var culture = call.Arguments.FirstOrDefault(argument =>
            typeof(IFormatProvider).IsAssignableFrom(argument.Type)
        );
        return Call(
            "Format",
            System.Linq.Expressions.Expression.Convert(call.Object!, typeof(IFormattable)),
            call.Arguments[0],
            culture ?? System.Linq.Expressions.Expression.Constant(null, typeof(IFormatProvider))
        );
    }

    private MethodCallExpression Concatenation(
        System.Collections.ObjectModel.ReadOnlyCollection<System.Linq.Expressions.Expression> parts
    )
    {
        var whole = Building("Concat", ToPart(parts[0]), ToPart(parts[1]));
        return parts.Skip(2).Aggregate(whole, (sum, part) => Building("Concat", sum, ToPart(part)));
    }

    // What is added to a text is written as the library writes it.
    private static System.Linq.Expressions.Expression ToPart(System.Linq.Expressions.Expression value) =>
        value.Type == typeof(string)
            ? value
            : Call("ToText", System.Linq.Expressions.Expression.Convert(value, typeof(object)));

    private MethodCallExpression Building(string name, params System.Linq.Expressions.Expression[] arguments)
    {
        _usesBudget |= _isInFunction;
        System.Linq.Expressions.Expression budget = _isInFunction
            ? _budget
            : System.Linq.Expressions.Expression.Constant(null, typeof(TextBudget));
        return Call(name, [.. arguments, Constant(limits.MaxTextLength), budget]);
    }

    private static System.Linq.Expressions.Expression ToText(System.Linq.Expressions.Expression value) =>
        value.Type == typeof(char) ? System.Linq.Expressions.Expression.Call(value, nameof(ToString), null) : value;

    private static MethodCallExpression Call(string name, params System.Linq.Expressions.Expression[] arguments) =>
        System.Linq.Expressions.Expression.Call(StandIns[name], arguments);

    private static ConstantExpression Constant<T>(T value) =>
        System.Linq.Expressions.Expression.Constant(value, typeof(T));
}
