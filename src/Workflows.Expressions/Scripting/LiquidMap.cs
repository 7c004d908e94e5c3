using System.Collections;
using System.Globalization;
using DotLiquid;
using Workflows.Expressions.Evaluation;

namespace Workflows.Expressions.Scripting;

/// <summary>An object as a template sees it: members by name, and nothing of the type behind it.</summary>
internal sealed class LiquidMap(LiquidMap.Reader read) : IIndexable, ILiquidizable
{
    public delegate bool Reader(string name, out object? value);

    public object? this[object key] => read(Name(key), out var value) ? ToLiquid(value) : null;

    public bool ContainsKey(object key) => read(Name(key), out _);

    object ILiquidizable.ToLiquid() => this;

    /// <summary>Wraps what a template must not see as it is; texts, numbers and dates pass.</summary>
    public static object? ToLiquid(object? value) =>
        PlainJson.Unwrap(value) switch
        {
            null => null,
            string text => text,
            bool truth => truth,
            DateTime or DateTimeOffset => value,
            Enum name => name.ToString(),
            char letter => letter.ToString(),
            IConvertible number => number,
            var found when ValueMembers.TryList(found, out _) => new LiquidMap(
                (string name, out object? member) => ValueMembers.TryRead(found, name, out member)
            ),
            IEnumerable items => items.Cast<object?>().Select(ToLiquid).ToList(),
            var other => Convert.ToString(other, CultureInfo.InvariantCulture),
        };

    private static string Name(object key) => Convert.ToString(key, CultureInfo.InvariantCulture) ?? "";
}
