using Microsoft.AspNetCore.Mvc;
using Workflows.Runtime.Definitions;
using Workflows.Storage.Definitions;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>The query of a list of definitions.</summary>
internal sealed record DefinitionListQuery(
    string? VersionOptions,
    int? Page,
    int? PageSize,
    string? SearchTerm,
    string? OrderBy,
    string? OrderDirection,
    bool? IsSystem,
    [FromQuery(Name = "DefinitionIds")] string[] DefinitionIds,
    [FromQuery(Name = "Ids")] string[] Ids
)
{
    private const int LargestPage = 1_000;

    /// <summary>The query in our words; null where nothing can be meant by it.</summary>
    public DefinitionQuery? Translate()
    {
        if (IsSystem == true)
        {
            // There are no definitions that come with the program.
            return null;
        }

        var options = Definitions.VersionOptions.Read(VersionOptions);
        var size = PageSize is { } wanted ? Math.Clamp(wanted, 1, LargestPage) : (int?)null;
        return new DefinitionQuery
        {
            Versions = options.Choice,
            Version = options.Number,
            DefinitionIds = DefinitionIds.Length > 0 ? DefinitionIds : null,
            Exactly = Ids.Length > 0 ? [.. Ids.SelectMany(Named)] : null,
            SearchTerm = SearchTerm,
            OrderBy = Enum.TryParse<DefinitionOrder>(OrderBy, ignoreCase: true, out var order) ? order : default,
            IsDescending = string.Equals(OrderDirection, "Descending", StringComparison.OrdinalIgnoreCase),
            Skip = size is { } rows ? Math.Max(Page ?? 0, 0) * rows : 0,
            Take = size,
        };
    }

    private static IEnumerable<(string DefinitionId, int Version)> Named(string id) =>
        DefinitionVersionId.TryRead(id, out var definitionId, out var version) ? [(definitionId, version)] : [];
}
