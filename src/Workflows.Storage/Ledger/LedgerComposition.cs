using Microsoft.Extensions.DependencyInjection;
using Workflows.Marketing.Ledger;

namespace Workflows.Storage.Ledger;

internal static class LedgerComposition
{
    /// <summary>Adds the ledger.</summary>
    public static IServiceCollection AddLedger(this IServiceCollection services) =>
        services.AddSingleton<ILedger>(provider => new SqlLedger(
            provider.GetRequiredService<WorkflowsDbContextFactory>(),
            provider.GetRequiredService<WriteGate>()
        ));
}
