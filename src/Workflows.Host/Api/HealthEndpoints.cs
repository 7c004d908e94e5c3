namespace Workflows.Host.Api;

/// <summary>Whether the process lives, and whether it can work. Asked by machines, without a key.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health", new() { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/ready").AllowAnonymous();
    }
}
