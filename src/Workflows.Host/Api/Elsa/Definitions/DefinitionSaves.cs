using System.Text.Json.Nodes;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Json;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>Hands what the Studio sends to the catalogue.</summary>
internal sealed class DefinitionSaves(DefinitionCatalog catalog, TimeProvider clock)
{
    /// <summary>Saves a draft; where it is to be published and may not be, the draft is saved all the same.</summary>
    public async Task<DefinitionPublication> SaveAsync(
        JsonObject model,
        HttpContext context,
        bool publish,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrEmpty(model["definitionId"]?.ToString()))
        {
            model["definitionId"] = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
            model["createdAt"] = clock.GetUtcNow();
        }

        RuleOutcomes.Drop(model);
        var (json, seen) = DesignerDocument.Read(model, context.EditorOf());
        if (!publish)
        {
            return await catalog.SaveDraftAsync(json, seen, cancellationToken);
        }

        var publication = await catalog.PublishAsync(json, seen, cancellationToken);
        if (publication is { Stored: null, IsStale: false })
        {
            await catalog.SaveDraftAsync(json, seen, cancellationToken);
        }

        return publication;
    }
}
