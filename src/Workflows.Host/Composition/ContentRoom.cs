using Workflows.Marketing.Content;

namespace Workflows.Host.Composition;

/// <summary>Composes the content library of Marketing.</summary>
internal static class ContentRoom
{
    public static IServiceCollection AddContentLibrary(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new ContentKinds(provider.GetServices<ContentKind>()))
            .AddSingleton(MergeFields.OfAnyName)
            .AddSingleton<ContentLibrary>()
            .AddSingleton<ContentImport>()
            .AddSingleton<MediaUpload>();
}
