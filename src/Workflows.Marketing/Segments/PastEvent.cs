namespace Workflows.Marketing.Segments;

/// <summary>Something a contact did, as segment rules see it.</summary>
/// <param name="Type">What happened, for example <c>order.paid</c>.</param>
/// <param name="At">When it happened.</param>
/// <param name="Source">The system that reported it, for example <c>shop</c>.</param>
public sealed record PastEvent(string Type, DateTimeOffset At, string Source);
