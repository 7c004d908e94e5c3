using System.Text.Json;
using Workflows.Runtime.Definitions;
using Workflows.Storage.Definitions;

namespace Workflows.Host.Api;

/// <summary>A definition version as the API shows it.</summary>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="Version">The version, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsPublished">Whether this version is the one that starts.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
/// <param name="Document">The Elsa document; left out in lists.</param>
internal sealed record DefinitionBody(
    string DefinitionId,
    int Version,
    string Name,
    bool IsPublished,
    DateTimeOffset UpdatedAt,
    JsonElement? Document
)
{
    public static DefinitionBody Brief(StoredDefinition stored) =>
        new(stored.DefinitionId, stored.Version, stored.Name, stored.IsPublished, stored.UpdatedAt, null);

    public static DefinitionBody Brief(DefinitionSummary summary) =>
        new(summary.DefinitionId, summary.Version, summary.Name, summary.IsPublished, summary.UpdatedAt, null);

    public static DefinitionBody Full(StoredDefinition stored) =>
        Brief(stored) with
        {
            Document = JsonElement.Parse(stored.Json),
        };
}
