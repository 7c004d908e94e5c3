using Workflows.Marketing.Channels.WeCom;
using Workflows.Marketing.Channels.WeCom.GroupWelcomes;
using Workflows.Marketing.Channels.WeCom.Tags;

namespace Workflows.Host.WeCom;

/// <summary>Composes what people keep at WeCom beside ways: tags and group welcomes.</summary>
internal static class DeskRoom
{
    public static IServiceCollection AddDesks(this IServiceCollection services) =>
        services
            .AddSingleton<CorpTagDesk>()
            .AddSingleton(provider => new GroupWelcomeDesk(
                provider.GetRequiredService<WeComParts>(),
                provider.GetRequiredService<IGroupWelcomeStore>(),
                provider.GetRequiredService<TimeProvider>()
            ));
}
