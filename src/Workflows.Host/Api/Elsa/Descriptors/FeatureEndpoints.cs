using Workflows.Host.Studio;

namespace Workflows.Host.Api.Elsa.Descriptors;

/// <summary>What the server can do, and which Elsa it speaks.</summary>
internal static class FeatureEndpoints
{
    private static readonly Feature[] Installed =
    [
        new("Elsa", "RealTimeWorkflowUpdates", "Real-time updates", "The instance viewer follows a running instance."),
        // Alterations are answered but not announced: the Studio would show links to pages that its package does not have.
        new("Elsa", "Resilience", "Resilience", "Activities are tried again when they fail."),
    ];

    public static void MapFeatures(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/features/installed", () => DescriptorEndpoints.Items(Installed));
        routes.MapGet(
            "/features/installed/{name}",
            (string name) =>
                Array.Find(Installed, feature => string.Equals(feature.FullName, name, StringComparison.Ordinal))
                    is { } found
                    ? Results.Ok(found)
                    : ElsaProblem.NotFound($"There is no feature '{name}'.")
        );
        routes.MapGet("/package/version", (StudioPackage package) => new { packageVersion = package.Version });
        routes.MapGet("/workflow-contexts/provider-descriptors", () => DescriptorEndpoints.Items<object>([]));
    }
}
