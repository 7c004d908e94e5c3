namespace Workflows.Rules.Comparison;

/// <summary>A word or sign of an expression.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Normal">The same for every way to write it: <c>AND</c> is <c>&amp;&amp;</c>.</param>
/// <param name="IsValue">Whether it is a number or a quoted text.</param>
internal readonly record struct LambdaToken(string Text, string Normal, bool IsValue);
