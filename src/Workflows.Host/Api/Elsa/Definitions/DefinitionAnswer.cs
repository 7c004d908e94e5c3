using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Json;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>Answers with whole definitions, as the Studio can draw them.</summary>
internal sealed class DefinitionAnswer(DefinitionCatalog catalog, RuleOutcomes ruleOutcomes)
{
    public async Task<JsonObject> ShowAsync(
        StoredDefinition stored,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var usable = await catalog.ListUsableAsync(cancellationToken);
        var palette = new DesignerPalette(catalog.Validator.Compiler.Activities, usable);
        var document = DesignerDocument.Show(stored, palette);
        await ruleOutcomes.ShowAsync(document, cancellationToken);
        var mayEdit = context.MayEdit() && stored.IsLatest;
        document["links"] = JsonSerializer.SerializeToNode(
            DefinitionLinks.Of(stored.DefinitionId, mayEdit),
            JsonSerializerOptions.Web
        );
        document["isSystem"] = false;
        document["isReadonly"] ??= false;
        return document;
    }

    public async Task<IResult> OkAsync(
        StoredDefinition stored,
        HttpContext context,
        CancellationToken cancellationToken
    ) => Results.Ok(await ShowAsync(stored, context, cancellationToken));
}
