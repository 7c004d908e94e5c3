namespace Workflows.Runtime.Expressions;

/// <summary>Makes Liquid expressions for inputs of workflows written in code.</summary>
public static class LiquidExpression
{
    /// <summary>An expression; it is compiled with the workflow.</summary>
    /// <param name="text">The text.</param>
    public static ExpressionSource Create(string text) => new("Liquid", text);
}
