using Workflows.Runtime.Designer;

namespace Workflows.Host.Api.Elsa.Descriptors;

/// <summary>The strategies that a workflow or an activity may choose.</summary>
internal static class StrategyEndpoints
{
    public static void MapStrategies(this IEndpointRouteBuilder routes)
    {
        var descriptors = routes.MapGroup("/descriptors");
        Map(descriptors, "/workflow-activation-strategies", DesignerCatalog.ListActivationStrategies);
        Map(descriptors, "/incident-strategies", DesignerCatalog.ListIncidentStrategies);
        Map(descriptors, "/log-persistence-strategies", DesignerCatalog.ListLogPersistenceStrategies);
        Map(descriptors, "/commit-strategies/workflows", DesignerCatalog.ListWorkflowCommitStrategies);
        Map(descriptors, "/commit-strategies/activities", DesignerCatalog.ListActivityCommitStrategies);
    }

    private static void Map<T>(
        IEndpointRouteBuilder routes,
        string path,
        Func<System.Globalization.CultureInfo, IReadOnlyList<T>> list
    ) => routes.MapGet(path, (HttpContext context) => DescriptorEndpoints.Items(list(context.CultureOf())));
}
