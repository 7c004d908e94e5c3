namespace Workflows.Marketing.Recommending;

/// <summary>An order that was paid and not given back in full, as far as models look at it.</summary>
/// <param name="ContactId">Who paid it.</param>
/// <param name="PaidAt">When.</param>
/// <param name="Products">The keys of what was bought, each once.</param>
public sealed record Purchase(Guid ContactId, DateTimeOffset PaidAt, IReadOnlyList<string> Products);
