using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.RegularExpressions;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Lambda;

/// <summary>Stand-ins for library methods that could build texts of any size or run for any time.</summary>
internal static class BoundedCalls
{
    /// <summary>Whether a constructor builds a text from a count.</summary>
    public static bool BuildsText(ConstructorInfo? constructor) => constructor?.DeclaringType == typeof(string);

    public static object? ReadMember(object? target, string name) => DynamicMembers.Read(target, name);

    public static string PadLeft(string text, int width, char with, int max) => text.PadLeft(Fit(width, max), with);

    public static string PadRight(string text, int width, char with, int max) => text.PadRight(Fit(width, max), with);

    public static string Replace(string text, string old, string? with, StringComparison comparison, int max)
    {
        if (with is { Length: > 1 } && old.Length > 0)
        {
            Fit((long)text.Length / old.Length * with.Length, max);
        }

        return text.Replace(old, with, comparison);
    }

    public static string Join(string? separator, IEnumerable<string?> parts, int max)
    {
        var list = parts.ToList();
        Fit(list.Sum(part => (long)(part?.Length ?? 0) + (separator?.Length ?? 0)), max);
        return string.Join(separator, list);
    }

    public static bool IsMatch(string input, string pattern, RegexOptions options, TimeSpan timeout) =>
        Regex.IsMatch(input, pattern, options, timeout);

    public static string ReplaceMatches(
        string input,
        string pattern,
        string with,
        RegexOptions options,
        TimeSpan timeout,
        int max
    )
    {
        var regex = new Regex(pattern, options, timeout);
        Fit((long)regex.Count(input) * (with.Length + input.Length) + input.Length, max);
        return regex.Replace(input, with);
    }

    public static string Format(IFormattable value, string? format, IFormatProvider? culture)
    {
        var digits = 0;
        foreach (var letter in format ?? "")
        {
            digits = char.IsAsciiDigit(letter) ? digits + 1 : 0;
            if (digits > 2)
            {
                throw TooLong("The format asks for too many digits.");
            }
        }

        return format is { Length: > 64 }
            ? throw TooLong("The format is too long.")
            : value.ToString(format, culture ?? CultureInfo.CurrentCulture);
    }

    private static int Fit(long length, int max) =>
        length <= max ? (int)length : throw TooLong($"A text of more than {max} characters would be built.");

    private static ExpressionException TooLong(string message) => new(DiagnosticCodes.LimitReached, message);

    /// <summary>Puts the stand-ins into a tree, with the limits as constants.</summary>
    internal sealed class Rewriter(ExpressionLimits limits)
    {
        private static readonly Dictionary<string, MethodInfo> StandIns = typeof(BoundedCalls)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.DeclaringType == typeof(BoundedCalls))
            .ToDictionary(method => method.Name, StringComparer.Ordinal);

        public System.Linq.Expressions.Expression Rewrite(MethodCallExpression call)
        {
            var owner = call.Method.DeclaringType;
            if (owner == typeof(string))
            {
                return RewriteText(call);
            }

            if (owner == typeof(Regex))
            {
                return RewriteRegex(call);
            }

            var formats =
                call.Method.Name is "ToString" && call.Arguments.Any(argument => argument.Type == typeof(string));
            return formats && typeof(IFormattable).IsAssignableFrom(call.Object!.Type) ? RewriteFormat(call) : call;
        }

        private MethodCallExpression RewriteText(MethodCallExpression call)
        {
            var arguments = call.Arguments;
            var max = Constant(limits.MaxTextLength);
            switch (call.Method.Name)
            {
                case "PadLeft" or "PadRight":
                    return Call(
                        call.Method.Name,
                        call.Object!,
                        arguments[0],
                        arguments.ElementAtOrDefault(1) ?? Constant(' '),
                        max
                    );
                case "Replace" when arguments[0].Type == typeof(string):
                    var comparison =
                        arguments is [_, _, { Type: var type } given] && type == typeof(StringComparison)
                            ? given
                            : null;
                    return Call(
                        "Replace",
                        call.Object!,
                        arguments[0],
                        arguments[1],
                        comparison ?? Constant(StringComparison.Ordinal),
                        max
                    );
                case "Join" when typeof(IEnumerable<string>).IsAssignableFrom(arguments[1].Type):
                    return Call("Join", ToText(arguments[0]), arguments[1], max);
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
                arguments.FirstOrDefault(argument => argument.Type == typeof(RegexOptions))
                ?? Constant(RegexOptions.None);
            return call.Method.Name switch
            {
                "IsMatch" when arguments[1] is ConstantExpression { Value: string pattern } => IsMatch(
                    arguments[0],
                    pattern,
                    options
                ),
                "IsMatch" => Call("IsMatch", arguments[0], arguments[1], options, Constant(limits.RegexTimeout)),
                "Replace" when arguments[2].Type == typeof(string) => Call(
                    "ReplaceMatches",
                    arguments[0],
                    arguments[1],
                    arguments[2],
                    options,
                    Constant(limits.RegexTimeout),
                    Constant(limits.MaxTextLength)
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

        private static System.Linq.Expressions.Expression ToText(System.Linq.Expressions.Expression value) =>
            value.Type == typeof(char) ? System.Linq.Expressions.Expression.Call(value, nameof(ToString), null) : value;

        private static MethodCallExpression Call(string name, params System.Linq.Expressions.Expression[] arguments) =>
            System.Linq.Expressions.Expression.Call(StandIns[name], arguments);

        private static ConstantExpression Constant<T>(T value) =>
            System.Linq.Expressions.Expression.Constant(value, typeof(T));
    }
}
