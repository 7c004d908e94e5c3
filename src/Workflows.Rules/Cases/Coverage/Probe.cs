using System.Linq.Expressions;
using System.Reflection;

namespace Workflows.Rules.Cases.Coverage;

/// <summary>One comparison of a rule, asked by itself.</summary>
internal sealed class Probe(string rule, string text, LambdaExpression comparison)
{
    private readonly Delegate _ask = comparison.Compile(preferInterpretation: true);

    public string Rule => rule;

    public string Text => text;

    /// <summary>How the comparison comes out; null when it fails.</summary>
    public bool? Ask(object?[] values)
    {
        try
        {
            return (bool)_ask.DynamicInvoke(values)!;
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }
}
