using System.Globalization;
using Workflows.Runtime.Definitions;
using Workflows.Storage.Definitions;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>Elsa's <c>versionOptions</c>: nothing, a number, or the name of a choice.</summary>
/// <param name="Choice">Which versions.</param>
/// <param name="Number">One version by its number; null for none.</param>
internal sealed record VersionOptions(VersionChoice Choice, int? Number)
{
    public static VersionOptions Read(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(VersionChoice.All, number)
            : new(ReadChoice(text), null);

    /// <summary>The one version of a workflow that is meant.</summary>
    public Task<StoredDefinition?> FindAsync(
        IDefinitionStore store,
        string definitionId,
        CancellationToken cancellationToken
    ) =>
        Number is { } number ? store.FindAsync(definitionId, number, cancellationToken)
        : Choice is VersionChoice.Published or VersionChoice.LatestAndPublished
            ? store.FindPublishedAsync(definitionId, cancellationToken)
        : store.FindLatestAsync(definitionId, cancellationToken);

    private static VersionChoice ReadChoice(string? text) =>
        text?.ToUpperInvariant() switch
        {
            "LATEST" => VersionChoice.Latest,
            "PUBLISHED" => VersionChoice.Published,
            "LATESTORPUBLISHED" => VersionChoice.LatestOrPublished,
            "LATESTANDPUBLISHED" => VersionChoice.LatestAndPublished,
            "DRAFT" => VersionChoice.Draft,
            _ => VersionChoice.All,
        };
}
