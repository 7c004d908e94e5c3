namespace Workflows.Host.Api;

/// <summary>A segment at a glance.</summary>
/// <param name="Rule">The rule that was asked.</param>
/// <param name="Now">The moment of the question; ask for the next page with the same.</param>
/// <param name="Count">How many contacts are in it.</param>
/// <param name="Contacts">A page of them.</param>
/// <param name="Plan">How the answer was found.</param>
internal sealed record SegmentPreview(
    string Rule,
    DateTimeOffset Now,
    long Count,
    Page<ContactBody> Contacts,
    PlanBody Plan
);
