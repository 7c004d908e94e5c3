using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Segments;

namespace Workflows.Host.Api;

/// <summary>How a segment is answered, as the API and <c>--json</c> show it.</summary>
/// <param name="IsExact">Whether one query gives the whole answer; otherwise the contacts it leaves are judged in memory.</param>
/// <param name="Lines">The plan in words, a line a part.</param>
/// <param name="Parts">The parts of the condition.</param>
/// <param name="Sql">The query, with its parameters as comments.</param>
internal sealed record PlanBody(bool IsExact, IReadOnlyList<string> Lines, IReadOnlyList<PlanPart> Parts, string? Sql)
{
    public static PlanBody From(SegmentPlan plan, Language language) =>
        new(plan.IsExact, plan.Describe(language), plan.Parts, plan.Sql);
}
