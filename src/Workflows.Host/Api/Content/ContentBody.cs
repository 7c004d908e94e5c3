using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Content;
using Workflows.Rules.Validation;

namespace Workflows.Host.Api.Content;

/// <summary>A version of a content as the API shows it.</summary>
/// <param name="Item">The content, as it is written.</param>
/// <param name="Version">The number of the version.</param>
/// <param name="State">Draft, Review, Approved, Used or Withdrawn.</param>
/// <param name="ChangedAt">When it came to stand there.</param>
/// <param name="ChangedBy">Who brought it there.</param>
/// <param name="Note">What was said about that; why a review was refused, for example.</param>
/// <param name="Warnings">What is worth a look before it is sent.</param>
internal sealed record ContentBody(
    ContentItem Item,
    int Version,
    ContentState State,
    DateTimeOffset ChangedAt,
    string ChangedBy,
    string? Note,
    IReadOnlyList<DiagnosticBody>? Warnings
)
{
    public static ContentBody From(ContentVersion version) =>
        new(version.Item, version.Version, version.State, version.ChangedAt, version.ChangedBy, version.Note, null);

    public static ContentBody From(ContentVersion version, IReadOnlyList<Diagnostic> warnings, Language language) =>
        From(version) with
        {
            Warnings = warnings.Count == 0 ? null : [.. warnings.Select(one => DiagnosticBody.From(one.In(language)))],
        };
}
