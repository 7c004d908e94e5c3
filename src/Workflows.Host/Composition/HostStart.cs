using Workflows.Expressions.Diagnostics;
using Workflows.Host.Auth;
using Workflows.Host.Commands;
using Workflows.Host.Documents;
using Workflows.Host.Plugins;
using Workflows.Host.Templates;
using Workflows.Marketing.Journeys;
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

    /// <summary>A journey that is right but for a channel which is not set up here waits for it; any other mistake stops the start.</summary>
    private static Diagnostic? WantsChannel(CheckedDocument document)
    {
        var errors = document.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        return errors.TrueForAll(error => error.Code is JourneyCodes.ChannelUnknown) ? errors[0] : null;
    }

    private static async Task PublishAsync(
        IServiceProvider services,
        Library library,
        CancellationToken cancellationToken
    )
    {
        var import = services.GetRequiredService<WorkspaceImport>();
        var contents = services.GetRequiredService<TemplateContents>();
        List<ContentPackFolder> folders = [];
        foreach (var folder in library.Contents())
        {
            // What the workspace has already, people may have changed since.
            var pack = await contents.NewAsync(folder.Pack, cancellationToken);
            folders.Add(folder with { Pack = pack });
        }

        var outcome = await import.RunAsync(library.Documents(), folders, "demo", cancellationToken);
        var logger = services.GetRequiredService<ILogger<WorkspaceImport>>();
        foreach (var document in outcome.Documents.Select(document => document.Checked).Where(one => !one.IsValid))
        {
            if (WantsChannel(document) is not { } missing)
            {
                DocumentMistakes.ThrowIfAny(document.Document.Path, document.Diagnostics);
                continue;
            }

            logger.LogInformation("{Path} is left out. {Reason}", document.Document.Path, missing.Message);
        }
    }
}
