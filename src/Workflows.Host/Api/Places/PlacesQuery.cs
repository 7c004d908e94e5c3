namespace Workflows.Host.Api.Places;

/// <summary>Which part of a list.</summary>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Limit">How many at most; 1 to 1000, 100 unless given.</param>
internal sealed record PlacesQuery(string? After, int? Limit);
