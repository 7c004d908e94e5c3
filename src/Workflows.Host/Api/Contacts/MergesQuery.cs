using Workflows.Marketing.Contacts;

namespace Workflows.Host.Api.Contacts;

/// <summary>Which cases to list.</summary>
/// <param name="State">Open, Proposed, Refused, Merged or Unmerged; Proposed unless given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Limit">How many at most; 1 to 1000, 100 unless given.</param>
internal sealed record MergesQuery(MergeState? State, string? After, int? Limit);
