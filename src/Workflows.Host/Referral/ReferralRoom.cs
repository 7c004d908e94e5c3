using Workflows.Host.Composition;
using Workflows.Marketing.Plays.Referral;
using Workflows.Rules.Catalog;

namespace Workflows.Host.Referral;

/// <summary>Composes distributions.</summary>
internal static class ReferralRoom
{
    public static IServiceCollection AddReferral(this IServiceCollection services) =>
        services
            .AddSingleton<ReferralNews>()
            .AddSingleton<ReferralImport>()
            .AddSingleton<ReferralLedger>()
            .AddSingleton(provider => new ReferralDesk(
                provider.GetRequiredService<IReferralStore>(),
                provider.GetRequiredService<RuleSetCatalog>(),
                Tenants.Default,
                provider.GetRequiredService<ReferralNews>()
            ));
}
