using Workflows.Runtime.Definitions;
using Workflows.Storage.Definitions;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>A definition version in a list.</summary>
internal sealed record DefinitionListItem(
    IReadOnlyList<Link>? Links,
    string Id,
    string DefinitionId,
    string Name,
    string? Description,
    int Version,
    bool IsLatest,
    bool IsPublished,
    string MaterializerName,
    bool IsMaterializerAvailable,
    DateTimeOffset CreatedAt,
    bool IsReadonly
)
{
    public static DefinitionListItem From(DefinitionSummary summary, bool mayEdit) =>
        new(
            DefinitionLinks.Of(summary.DefinitionId, mayEdit),
            DefinitionVersionId.Of(summary.DefinitionId, summary.Version),
            summary.DefinitionId,
            summary.Name,
            summary.Description,
            summary.Version,
            summary.IsLatest,
            summary.IsPublished,
            MaterializerName: "Json",
            IsMaterializerAvailable: true,
            summary.CreatedAt,
            IsReadonly: !mayEdit
        );

    public static DefinitionListItem From(StoredDefinition stored, bool mayEdit) =>
        From(
            new DefinitionSummary(
                stored.DefinitionId,
                stored.Version,
                stored.Name,
                stored.Description,
                stored.IsLatest,
                stored.IsPublished,
                stored.CreatedAt,
                stored.UpdatedAt
            ),
            mayEdit
        );
}
