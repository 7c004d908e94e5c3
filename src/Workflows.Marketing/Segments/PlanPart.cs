namespace Workflows.Marketing.Segments;

/// <summary>One part of a condition.</summary>
/// <param name="Text">The part, as rules write it, with parameters in place of their names.</param>
/// <param name="Reason">Why it stays in memory; null where the database decides it.</param>
public sealed record PlanPart(string Text, PlanReason? Reason);
