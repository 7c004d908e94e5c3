using System.Collections;

namespace Workflows.Rules.Values;

/// <summary>A value that a rule set answers instead of yes or no: the output of a rule that holds.</summary>
/// <param name="Rule">The rule whose output it is; null when no rule holds.</param>
/// <param name="Kind">What kind of value it is.</param>
/// <param name="Value">The value; null for <see cref="RuleValueKind.Nothing"/>.</param>
public readonly record struct RuleValue(string? Rule, RuleValueKind Kind, object? Value)
{
    /// <summary>The answer of a rule set in which no rule holds.</summary>
    public static RuleValue Nothing => default;

    /// <summary>Makes a value of a rule's output.</summary>
    public static RuleValue Of(string rule, object? output) => new(rule, KindOf(output), output);

    /// <summary>The value as a type of .NET.</summary>
    /// <typeparam name="T">The type of the output expression.</typeparam>
    /// <param name="value">The value, or the type's default when there is none or it is of another type.</param>
    /// <returns>Whether there is a value of the type.</returns>
    public bool TryGet<T>(out T? value)
    {
        value = Value is T typed ? typed : default;
        return Value is T;
    }

    private static RuleValueKind KindOf(object? output) =>
        output switch
        {
            null => RuleValueKind.Nothing,
            string or char or Guid => RuleValueKind.Text,
            bool => RuleValueKind.Flag,
            DateTimeOffset or DateTime or DateOnly => RuleValueKind.Date,
            IConvertible => RuleValueKind.Number,
            IDictionary => RuleValueKind.Record,
            IEnumerable => RuleValueKind.List,
            _ => RuleValueKind.Record,
        };
}
