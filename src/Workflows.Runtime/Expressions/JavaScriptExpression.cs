namespace Workflows.Runtime.Expressions;

/// <summary>Makes JavaScript expressions for inputs of workflows written in code.</summary>
public static class JavaScriptExpression
{
    /// <summary>An expression; it is compiled with the workflow.</summary>
    /// <param name="text">The text.</param>
    public static ExpressionSource Create(string text) => new("JavaScript", text);
}
