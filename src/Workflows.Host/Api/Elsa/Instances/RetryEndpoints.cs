using Workflows.Host.Api.Elsa.Descriptors;
using Workflows.Runtime.Designer;
using Workflows.Runtime.Journal;
using Workflows.Storage.Instances;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>Retries: the named strategies activities may choose, and what became of them.</summary>
internal static class RetryEndpoints
{
    public static void MapRetries(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            "/resilience/strategies",
            (HttpContext context) => DescriptorEndpoints.Items(DesignerCatalog.ListRetryStrategies(context.CultureOf()))
        );
        routes.MapGet("/resilience/retries/{activityInstanceId}", ListAsync);
    }

    private static async Task<PagedItems<RetryAttempt>> ListAsync(
        string activityInstanceId,
        int? skip,
        int? take,
        InstanceQueries instances,
        CancellationToken cancellationToken
    )
    {
        var attempts =
            ActivityExecutionId.TryParse(activityInstanceId, out var id)
            && await InstanceHistory.FindAsync(id.InstanceId, instances, cancellationToken) is { } history
                ? RetryAttempt.Of(history, id.FrameId)
                : [];
        return new([.. attempts.Skip(skip ?? 0).Take(take ?? attempts.Count)], attempts.Count);
    }
}
