namespace Workflows.Host.Studio;

/// <summary>Composes the pages of the designer.</summary>
internal static class StudioComposition
{
    public static IServiceCollection AddStudio(this IServiceCollection services) =>
        services.AddSingleton(_ => StudioPackage.Find()).AddSingleton<SetupLink>();
}
