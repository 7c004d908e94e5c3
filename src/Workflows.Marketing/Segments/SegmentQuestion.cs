namespace Workflows.Marketing.Segments;

/// <summary>A segment at one moment.</summary>
/// <param name="Tenant">Whose contacts.</param>
/// <param name="Segment">The segment.</param>
/// <param name="Now">The moment: what the rules call <c>now</c>.</param>
public sealed record SegmentQuestion(int Tenant, Segment Segment, DateTimeOffset Now);
