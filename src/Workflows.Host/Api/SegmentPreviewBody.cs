using System.Text.Json;
using Workflows.Marketing.Segments;

namespace Workflows.Host.Api;

/// <summary>Which segment to preview: exactly one of <paramref name="Where"/>, <paramref name="RuleSet"/>, <paramref name="Document"/>.</summary>
/// <param name="Where">A condition over <c>contact</c>, <c>orders</c>, <c>events</c> and <c>now</c>.</param>
/// <param name="RuleSet">The name of a published rule set.</param>
/// <param name="Document">A RulesEngine document with one rule set.</param>
/// <param name="Rule">The rule, by name or success event; needed where there are several.</param>
/// <param name="Choice"><c>FirstMatch</c>, the default: no earlier rule holds; <c>Holds</c>: whatever the others say.</param>
/// <param name="Now">The moment of the question; the server's time unless given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Limit">How many contacts to show; 1 to 1000, 20 unless given.</param>
internal sealed record SegmentPreviewBody(
    string? Where,
    string? RuleSet,
    JsonElement? Document,
    string? Rule,
    SegmentChoice? Choice,
    DateTimeOffset? Now,
    string? After,
    int? Limit
);
