using Microsoft.Extensions.DependencyInjection;
using Workflows.Marketing.Plays.Referral;
using Workflows.Storage.Invites;

namespace Workflows.Storage.Referral;

internal static class ReferralComposition
{
    /// <summary>Adds distributions, and what comes of them and of invitations.</summary>
    public static IServiceCollection AddReferral(this IServiceCollection services) =>
        services
            .AddSingleton<IReferralStore>(provider => new SqlReferralStore(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ))
            .AddSingleton(provider => new ReferralReports(provider.GetRequiredService<WorkflowsDbContextFactory>()))
            .AddSingleton(provider => new InviteReports(provider.GetRequiredService<WorkflowsDbContextFactory>()));
}
