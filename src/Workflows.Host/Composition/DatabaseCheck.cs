using Microsoft.Extensions.Diagnostics.HealthChecks;
using Workflows.Storage.ApiKeys;

namespace Workflows.Host.Composition;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseCheck(ApiKeyStore keys) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await keys.AnyAsync(Tenants.Default, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
