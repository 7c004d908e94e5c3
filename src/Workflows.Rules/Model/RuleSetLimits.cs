using Workflows.Expressions;

namespace Workflows.Rules.Model;

/// <summary>What one rule document may cost: to read, to check, and each time it is asked.</summary>
public sealed record RuleSetLimits
{
    /// <summary>The limits used where none are given.</summary>
    public static RuleSetLimits Default { get; } = new();

    /// <summary>The longest document that is read, in UTF-16 units.</summary>
    /// <value>The default value is 4,000,000.</value>
    public int MaxLength { get; init; } = 4_000_000;

    /// <summary>The deepest nesting of rules.</summary>
    /// <value>The default value is 32.</value>
    public int MaxDepth { get; init; } = 32;

    /// <summary>The most rules of a rule set, nested ones included.</summary>
    /// <value>The default value is 10,000.</value>
    public int MaxRules { get; init; } = 10_000;

    /// <summary>The most inputs and parameters that one expression sees.</summary>
    /// <value>The default value is 500.</value>
    public int MaxParameters { get; init; } = 500;

    /// <summary>The most rule sets that one includes, directly or through others; one included twice counts twice.</summary>
    /// <value>The default value is 256.</value>
    public int MaxIncludes { get; init; } = 256;

    /// <summary>
    /// The most expressions that are parsed to check a rule set: conditions, parameters, outputs, and those of the rules
    /// it asks, each time it asks them.
    /// </summary>
    /// <value>The default value is 20,000.</value>
    public int MaxExpressions { get; init; } = 20_000;

    /// <summary>
    /// The longest text or list an expression could build, as far as can be told before it runs; texts and lists of inputs
    /// count as a thousand characters or elements.
    /// </summary>
    /// <value>The default value is 1,000,000.</value>
    public int MaxGrowth { get; init; } = 1_000_000;

    /// <summary>
    /// How often an expression could go through an element of a list, as far as can be told before it runs; lists of inputs
    /// count as a thousand elements.
    /// </summary>
    /// <value>The default value is 10,000,000.</value>
    public long MaxSteps { get; init; } = 10_000_000;

    /// <summary>What a single expression may cost.</summary>
    /// <value>The default value is <see cref="ExpressionLimits.Default"/>.</value>
    public ExpressionLimits Expressions { get; init; } = ExpressionLimits.Default;
}
