namespace Workflows.Marketing.Content;

/// <summary>A moment at which a link met a customer.</summary>
/// <param name="Code">The link.</param>
/// <param name="At">When.</param>
/// <param name="IsClick">Whether the customer clicked; else it was said to the customer, or in a group of the customer's.</param>
/// <param name="Days">How many days an order counts for it; null for ever.</param>
public sealed record Touch(string Code, DateTimeOffset At, bool IsClick, int? Days);
