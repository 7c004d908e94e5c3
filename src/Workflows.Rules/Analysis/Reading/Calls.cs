using System.Linq.Expressions;

namespace Workflows.Rules.Analysis.Reading;

/// <summary>Recognises the calls that are comparisons in another spelling.</summary>
internal static class Calls
{
    /// <summary><c>text.Equals("x")</c>.</summary>
    public static (Expression Text, Expression Other)? Equality(MethodCallExpression call) =>
        call is { Object: { } text, Arguments: [var other], Method.Name: nameof(string.Equals) }
        && text.Type == typeof(string)
        && other.Type == typeof(string)
            ? (text, other)
            : null;

    /// <summary><c>string.IsNullOrEmpty(text)</c>.</summary>
    public static Expression? Emptiness(MethodCallExpression call) =>
        call is { Object: null, Arguments: [var text], Method.Name: nameof(string.IsNullOrEmpty) }
        && call.Method.DeclaringType == typeof(string)
            ? text
            : null;

    /// <summary><c>list.Contains(item)</c>, also written <c>item in ("a", "b")</c>.</summary>
    public static (Expression List, Expression Item)? Containment(MethodCallExpression call) =>
        call switch
        {
            { Method.Name: nameof(Enumerable.Contains), Object: null, Arguments: [var list, var item] }
                when call.Method.DeclaringType == typeof(Enumerable) => (list, item),
            { Method.Name: nameof(Enumerable.Contains), Object: { } list, Arguments: [var item] }
                when list.Type != typeof(string) => (list, item),
            _ => null,
        };
}
