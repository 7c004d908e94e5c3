using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Lambda.Outlines;

/// <summary>A part of lambda text and the parts it is made of.</summary>
/// <param name="Kind">What the part is.</param>
/// <param name="Span">Its place in the text; brackets around it are not part of it.</param>
/// <param name="Operator">The operator's sign, a member's, method's or function's name, or the name itself; empty otherwise.</param>
/// <param name="Parts">Its parts from left to right; a chain of the same and/or is one node.</param>
public sealed record OutlineNode(OutlineKind Kind, SourceSpan Span, string Operator, IReadOnlyList<OutlineNode> Parts)
{
    /// <summary>The part's own text.</summary>
    /// <param name="text">The text that was outlined.</param>
    public string In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Substring(Span.Start, Span.Length);
    }
}
