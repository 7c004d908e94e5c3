namespace Workflows.Expressions.Diagnostics;

/// <summary>A stretch of source text.</summary>
/// <param name="Start">The offset of the first character, in UTF-16 units from the start of the text.</param>
/// <param name="Length">The number of UTF-16 units covered; 0 marks a point, such as the end of the text.</param>
public sealed record SourceSpan(int Start, int Length)
{
    /// <summary>The offset just behind the last character.</summary>
    public int End => Start + Length;
}
