namespace Workflows.Marketing.Places.Stores;

/// <summary>A date that has hours of its own: a holiday, a stock-taking, a long shopping night.</summary>
/// <param name="Date">The date, in the store's time zone.</param>
/// <param name="Spans">When the store is open on it; none when it stays closed.</param>
public sealed record OpeningException(DateOnly Date, IReadOnlyList<OpeningSpan> Spans);
