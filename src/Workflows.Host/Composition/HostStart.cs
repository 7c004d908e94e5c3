using Workflows.Host.Auth;
using Workflows.Host.Commands;
using Workflows.Host.Documents;
using Workflows.Host.Plugins;
using Workflows.Runtime.Triggers;
using Workflows.Storage;

namespace Workflows.Host.Composition;

/// <summary>What has to be there before the server listens: the database, a key, the documents of a demo, the triggers.</summary>
/// <param name="FirstKey">The key that was made because there was none; shown once.</param>
internal sealed record HostStart(string? FirstKey)
{
    /// <summary>Prepares an application for listening.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="library">The library whose documents are published; null for none.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="BadInputException">The data folder, the database or a document cannot be used.</exception>
    public static async Task<HostStart> PrepareAsync(
        IServiceProvider services,
        Library? library,
        CancellationToken cancellationToken
    )
    {
        ReportPlugins(services);
        await OpenDatabaseAsync(services, cancellationToken);
        if (library is not null)
        {
            await PublishAsync(services, library, cancellationToken);
        }

        await services.GetRequiredService<TriggerFeed>().RefreshAsync(cancellationToken);
        return new HostStart(await services.GetRequiredService<ApiKeyRing>().CreateFirstAsync(cancellationToken));
    }

    /// <summary>Makes sure that the database is there and up to date.</summary>
    /// <exception cref="BadInputException">The data folder or the database cannot be used.</exception>
    public static async Task OpenDatabaseAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var settings = services.GetRequiredService<HostSettings>();
        try
        {
            if (settings.Provider == StorageKind.Sqlite)
            {
                Directory.CreateDirectory(settings.Data);
            }

            await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        }
        catch (DatabaseUnavailableException failure)
        {
            throw new BadInputException(failure.Message, failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"The data folder {settings.Data} cannot be used: {failure.Message}", failure);
        }
    }

    private static void ReportPlugins(IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILogger<PluginSet>>();
        foreach (var problem in services.GetRequiredService<PluginSet>().Problems)
        {
            logger.LogWarning("{Problem}", problem);
        }
    }

    private static async Task PublishAsync(
        IServiceProvider services,
        Library library,
        CancellationToken cancellationToken
    )
    {
        var import = services.GetRequiredService<WorkspaceImport>();
        var outcome = await import.RunAsync(library.Documents(), cancellationToken);
        foreach (var document in outcome.Documents.Where(document => !document.Checked.IsValid))
        {
            DocumentMistakes.ThrowIfAny(document.Checked.Document.Path, document.Checked.Diagnostics);
        }
    }
}
