using System.Diagnostics.CodeAnalysis;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Segments;

/// <summary>What came of making a segment: the segment, or the author's mistakes.</summary>
/// <param name="Segment">The segment; null where there are mistakes.</param>
/// <param name="Diagnostics">Every mistake in the rule set.</param>
public sealed record SegmentReading(Segment? Segment, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is a segment.</summary>
    [MemberNotNullWhen(true, nameof(Segment))]
    public bool Succeeded => Segment is not null;
}
