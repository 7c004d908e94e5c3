namespace Workflows.Runtime.Expressions;

/// <summary>Makes C# expressions for inputs of workflows written in code.</summary>
public static class CSharpExpression
{
    /// <summary>An expression; it is compiled with the workflow.</summary>
    /// <param name="text">The text.</param>
    public static ExpressionSource Create(string text) => new("CSharp", text);
}
