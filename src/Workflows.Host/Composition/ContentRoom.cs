using Microsoft.AspNetCore.RateLimiting;
using Workflows.Host.Distribution;
using Workflows.Host.Links;
using Workflows.Host.Locating;
using Workflows.Marketing.Channels.WeCom.Media;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Converting;
using Workflows.Marketing.Launches;
using Workflows.Marketing.Places.Staff;
using Workflows.Marketing.Places.Stores;
using Workflows.Marketing.Products;
using Workflows.Rules.Catalog;
using Workflows.Storage.Content;

namespace Workflows.Host.Composition;

/// <summary>Composes the content library of Marketing, and the links that go out with contents.</summary>
internal static class ContentRoom
{
    public static IServiceCollection AddContentLibrary(this IServiceCollection services, HostSettings settings)
    {
        var domains = settings.ShortLinks;
        if (domains is not null)
        {
            services.AddSingleton(new LinkTracker(domains) { UsualDays = settings.LinkDays });
        }

        return services
            .AddSingleton(provider => new ContentKinds(provider.GetServices<ContentKind>()))
            .AddSingleton(provider => new MergeFields(async ended =>
                // Where the schema is open, contacts may have attributes that nobody knows yet.
                await provider.GetRequiredService<AttributeCatalog>().GetAsync(ended) is { IsOpen: false } schema
                    ? [.. schema.Attributes.Select(attribute => attribute.Name)]
                    : null
            ))
            .AddSingleton(provider =>
            {
                var ledger = provider.GetRequiredService<DistributionLedger>();
                // The tasks leave with the turn; what is kept beside them is the report.
                return new DistributionDesk(
                    provider.GetRequiredService<IContentStore>(),
                    provider.GetRequiredService<IStaffRegister>(),
                    Tenants.Default,
                    (given, ended) => ledger.AddAsync(Tenants.Default, given, [], ended)
                );
            })
            .AddSingleton(provider => new ContentLibrary(
                provider.GetRequiredService<IContentStore>(),
                provider.GetRequiredService<IMediaLibrary>(),
                provider.GetRequiredService<IPersonaRegister>(),
                provider.GetRequiredService<ContentKinds>(),
                provider.GetRequiredService<MergeFields>()
            )
            {
                RuleSets = provider.GetRequiredService<RuleSetCatalog>(),
            })
            .AddSingleton(provider => new ContentImport(
                provider.GetRequiredService<IContentStore>(),
                provider.GetRequiredService<IMediaLibrary>(),
                provider.GetRequiredService<IPersonaRegister>(),
                provider.GetRequiredService<ContentKinds>(),
                provider.GetRequiredService<MergeFields>(),
                provider.GetRequiredService<TimeProvider>()
            )
            {
                RuleSets = provider.GetRequiredService<RuleSetCatalog>(),
            })
            .AddSingleton<MediaUpload>()
            .AddSingleton<ContentJudge>()
            .AddSingleton<StockJudge>()
            .AddSingleton(provider => new ContentShelf(
                provider.GetRequiredService<IContentStore>(),
                Tenants.Default,
                provider.GetRequiredService<IStockLedger>()
            ))
            .AddSingleton(provider => new LibraryMedia(provider.GetRequiredService<IMediaLibrary>(), Tenants.Default))
            .AddSingleton<MediaSource>(provider => provider.GetRequiredService<LibraryMedia>().FindAsync)
            .AddSingleton(provider => new JourneyContentCheck(
                // What is in no schema is said by the check of names; this one asks for fallbacks.
                MergeFields.OfAnyName,
                provider.GetRequiredService<IContentStore>(),
                provider.GetRequiredService<IMediaLibrary>(),
                Tenants.Default
            )
            {
                TracksLinks = domains is not null,
                Stocks = provider.GetRequiredService<IStockLedger>(),
            })
            .AddSingleton(provider => new PersonaShelf(
                provider.GetRequiredService<IPersonaRegister>(),
                Tenants.Default
            ))
            .AddSingleton<JourneyPersonaCheck>()
            .AddSingleton<ClickCounter>()
            .AddSingleton<ContentGiver>()
            .AddSingleton(new LinkCheck(domains))
            .AddSingleton(provider => new LinkAudienceCheck(
                provider.GetRequiredService<RuleSetCatalog>(),
                domains is not null
            ))
            .AddSingleton<LinkAdmission>()
            .AddSingleton(provider => new LeadProductCheck(
                provider.GetRequiredService<IProductRegister>(),
                Tenants.Default
            ))
            .AddSingleton(provider => new FulfilmentCheck(
                provider.GetRequiredService<StoreDirectory>(),
                Tenants.Default
            ))
            .AddSingleton<LocationAnswers>()
            .AddSingleton<ClosedPage>()
            .AddSingleton(provider => new OthersPage(provider.GetRequiredService<LinkAdmission>(), settings.LinkHome))
            .AddSingleton(provider => new EndedPage(provider.GetRequiredService<TimeProvider>(), settings.LinkHome))
            .AddSingleton(provider => new LaunchDesk(provider.GetRequiredService<ILaunchBooks>(), Tenants.Default))
            .Configure<RateLimiterOptions>(LinkRate.Configure);
    }
}
