using System.Text.Json;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Designer;

namespace Workflows.Host.Api.Elsa.Descriptors;

/// <summary>What may be drawn: activities with their editors, notations, types of variables.</summary>
internal static class DescriptorEndpoints
{
    public static void MapDescriptors(this IEndpointRouteBuilder routes)
    {
        var descriptors = routes.MapGroup("/descriptors");
        descriptors.MapGet("/activities", ListActivitiesAsync);
        descriptors.MapGet("/activities/{type}", FindActivityAsync);
        descriptors.MapPost("/activities/{type}/options/{property}", FindOptionsAsync);
        descriptors.MapGet(
            "/expression-descriptors",
            (HttpContext context, DesignerCatalog catalog) => Items(catalog.ListExpressions(context.CultureOf()))
        );
        descriptors.MapGet(
            "/variables",
            (HttpContext context) => Items(DesignerCatalog.ListVariableTypes(context.CultureOf()))
        );
        descriptors.MapGet(
            "/storage-drivers",
            (HttpContext context) => Items(DesignerCatalog.ListStorageDrivers(context.CultureOf()))
        );
        descriptors.MapGet("/output-converters", () => Items<object>([]));
    }

    public static CountedItems<T> Items<T>(IReadOnlyList<T> items) => new(items);

    private static async Task<CountedItems<ActivityDescription>> ListActivitiesAsync(
        HttpContext context,
        DesignerCatalog catalog,
        DefinitionCatalog definitions,
        CancellationToken cancellationToken
    ) =>
        new(
            await catalog.ListActivitiesAsync(
                context.CultureOf(),
                await definitions.ListUsableAsync(cancellationToken),
                cancellationToken
            )
        );

    private static async Task<IResult> FindActivityAsync(
        string type,
        int? version,
        HttpContext context,
        DesignerCatalog catalog,
        DefinitionCatalog definitions,
        CancellationToken cancellationToken
    )
    {
        var all = await ListActivitiesAsync(context, catalog, definitions, cancellationToken);
        var found = all.Items.LastOrDefault(item =>
            string.Equals(item.TypeName, type, StringComparison.Ordinal) && (version ?? item.Version) == item.Version
        );
        return found is null ? ElsaProblem.NotFound($"There is no activity type '{type}'.") : Results.Ok(found);
    }

    private static async Task<IResult> FindOptionsAsync(
        string type,
        string property,
        JsonElement body,
        HttpContext context,
        DesignerCatalog catalog,
        CancellationToken cancellationToken
    )
    {
        var found = await catalog.FindSpecificationsAsync(
            type,
            property,
            ActivityInputs.Read(
                body.ValueKind is JsonValueKind.Object && body.TryGetProperty("context", out var inputs)
                    ? inputs
                    : default
            ),
            context.CultureOf(),
            cancellationToken
        );
        return found is null
            ? ElsaProblem.NotFound($"The activity type '{type}' has no input '{property}'.")
            : Results.Ok(new { items = found });
    }
}
