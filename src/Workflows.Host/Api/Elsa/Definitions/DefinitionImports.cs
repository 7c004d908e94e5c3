using System.Text.Json.Nodes;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Json;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>Takes in documents from elsewhere: as drafts, and as the next version of what is here already.</summary>
internal sealed class DefinitionImports(DefinitionCatalog catalog)
{
    public Task<DefinitionPublication> ImportAsync(JsonObject document, CancellationToken cancellationToken)
    {
        // The schema says what the file is; the document does not need it.
        document.Remove("$schema");
        RuleOutcomes.Drop(document);
        var (json, _) = DesignerDocument.Read(document, editor: "");
        return catalog.ImportAsync(json, cancellationToken);
    }
}
