using Workflows.Host.Composition;
using Workflows.Storage.Instances;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>Lists of instances.</summary>
internal static class InstanceListEndpoints
{
    public static void MapInstanceLists(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/workflow-instances", ListAsync);

    private static async Task<PagedItems<InstanceListItem>> ListAsync(
        InstanceListBody body,
        InstanceLists instances,
        CancellationToken cancellationToken
    )
    {
        if (body.IsSystem == true)
        {
            // There are no instances that come with the program.
            return new([], 0);
        }

        var (items, total) = await instances.ListAsync(
            Tenants.Default,
            body.Filter(),
            body.Paging(),
            cancellationToken
        );
        return new([.. items.Select(InstanceListItem.From)], total);
    }
}
