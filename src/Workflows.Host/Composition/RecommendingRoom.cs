using Workflows.Marketing.Content;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Products;
using Workflows.Marketing.Recommending;
using Workflows.Marketing.Replying;
using Workflows.Rules.Catalog;

namespace Workflows.Host.Composition;

/// <summary>Composes the models that recommend and answer: those that ship, and those of plug-ins.</summary>
internal static class RecommendingRoom
{
    public static IServiceCollection AddRecommending(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new RecommenderSet([
                .. RecommendationDesk.Shipped(
                    provider.GetRequiredService<RuleSetCatalog>(),
                    provider.GetRequiredService<IPurchaseBook>(),
                    Tenants.Default
                ),
                .. provider.GetServices<IRecommender>(),
            ]))
            .AddSingleton(provider => new RecommendationDesk(
                provider.GetRequiredService<RecommenderSet>(),
                provider.GetRequiredService<IPurchaseBook>(),
                provider.GetRequiredService<IProductRegister>(),
                provider.GetRequiredService<IContentStore>(),
                provider.GetRequiredService<IStockLedger>(),
                Tenants.Default
            )
            {
                Resting = provider.GetRequiredService<RestingProducts>(),
            })
            .AddSingleton(provider => new ReplierSet([
                .. ReplyDesk.Shipped(provider.GetRequiredService<RuleSetCatalog>()),
                .. provider.GetServices<IReplier>(),
            ]))
            .AddSingleton(provider => new ReplyDesk(
                provider.GetRequiredService<ReplierSet>(),
                provider.GetRequiredService<IProductRegister>(),
                provider.GetRequiredService<IContentStore>(),
                provider.GetRequiredService<IStockLedger>(),
                Tenants.Default
            ));
}
