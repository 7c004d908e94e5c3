using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Analysis.Reading;

namespace Workflows.Rules.Tables.Cells;

/// <summary>What a cell asks about the value of its column.</summary>
internal abstract record CellTest
{
    internal sealed record Anything : CellTest;

    internal sealed record Comparison(Operator Operator, CellLiteral Literal) : CellTest;

    internal sealed record Between(CellLiteral Low, bool LowIsIn, CellLiteral High, bool HighIsIn, SourceSpan Span)
        : CellTest;

    /// <summary>A search in a text.</summary>
    /// <param name="Method">The method of a text that searches.</param>
    /// <param name="Literal">What is searched for.</param>
    internal sealed record Search(string Method, CellLiteral Literal) : CellTest;

    internal sealed record All(IReadOnlyList<CellTest> Tests) : CellTest;

    internal sealed record Any(IReadOnlyList<CellTest> Tests) : CellTest;

    internal sealed record Not(CellTest Test) : CellTest;

    /// <summary>A whole condition in the lambda notation.</summary>
    internal sealed record Lambda(string Text, int Start) : CellTest;
}
