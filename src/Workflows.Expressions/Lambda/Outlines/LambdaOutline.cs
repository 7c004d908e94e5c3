using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Lambda.Outlines;

/// <summary>
/// Says which parts lambda text is made of and where they stand. The parsing library gives trees without places;
/// explanations and mistakes need the place, and every part can be parsed by the library for itself.
/// </summary>
public static class LambdaOutline
{
    /// <summary>Outlines a text.</summary>
    /// <param name="text">Lambda text; it may be wrong.</param>
    /// <param name="limits">What the text may cost; <see cref="ExpressionLimits.Default"/> unless given.</param>
    /// <returns>The outline; one part of the kind <see cref="OutlineKind.Other"/> for text whose parts cannot be told.</returns>
    public static OutlineNode Of(string text, ExpressionLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        // The same look that keeps the parser's recursion within the stack keeps this one's.
        return
            LambdaShape.Check(text, limits ?? ExpressionLimits.Default) is null
            && new OutlineReader(text).Read() is { } outline
            ? outline
            : new OutlineNode(OutlineKind.Other, new SourceSpan(0, text.Length), "", []);
    }
}
