using Workflows.Host.Auth;
using Workflows.Storage.Users;

namespace Workflows.Host.Live;

/// <summary>The hub of the instance viewer.</summary>
internal static class LiveRoutes
{
    private const string Hub = "/elsa/hubs/workflow-instance";

    public static void MapLive(this IEndpointRouteBuilder routes) =>
        routes.MapHub<WorkflowInstanceHub>(Hub).Allow(Role.Viewer);
}
