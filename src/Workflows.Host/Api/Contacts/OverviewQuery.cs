namespace Workflows.Host.Api.Contacts;

/// <summary>Which part of the timeline.</summary>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Limit">How many entries at most; 1 to 1000, 100 unless given.</param>
internal sealed record OverviewQuery(string? After, int? Limit);
