using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Segments;

/// <summary>How a store answers a segment: what the database decides, what is judged contact by contact, and why.</summary>
/// <param name="Parts">The parts of the condition, in the order of the rules.</param>
/// <param name="Sql">The query with its parameters; null where there is no database.</param>
public sealed record SegmentPlan(IReadOnlyList<PlanPart> Parts, string? Sql)
{
    /// <summary>Whether the query alone gives the answer; otherwise the contacts it leaves are judged one by one.</summary>
    public bool IsExact => Parts.All(part => part.Reason is null);

    /// <summary>The plan in words.</summary>
    public IReadOnlyList<string> Describe(Language language) => PlanWords.Describe(this, language);
}
