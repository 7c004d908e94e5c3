namespace Workflows.Host.Service;

/// <summary>Which page of a contact's follow-up records to list.</summary>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Limit">How many at most; 1 to 1000, 100 unless given.</param>
internal sealed record FollowUpsQuery(string? After, int? Limit);
