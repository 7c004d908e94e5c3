using System.CommandLine;
using System.Globalization;
using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Importing;
using Workflows.Storage;

namespace Workflows.Host.Commands.Contacts;

/// <summary><c>contacts import FILE…</c>: history of contacts, from files.</summary>
internal static class ContactsImportCommand
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "CSV or JSON-lines files of contacts or of events; docs/importing.md lists the columns.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Read and check every row, write nothing.",
    };

    private static readonly Option<int> BatchSize = new("--batch")
    {
        Description = "Rows of one transaction.",
        DefaultValueFactory = _ => ImportOptions.Batch,
        HelpName = "ROWS",
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command(
            "import",
            "Imports contacts and what they did: as history that starts no journey, each row once, gone on with after an interruption."
        )
        {
            Files,
            DryRun,
            BatchSize,
            CommonOptions.TimeZone,
            CommonOptions.Lang,
            CommonOptions.Json,
        };
        WorkspaceOptions.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var files = Open(parsed.GetRequiredValue(Files));
        await using var application = WorkspaceOptions.Open(parsed);
        var clock = application.Services.GetRequiredService<TimeProvider>();
        var options = new ImportOptions(clock.GetUtcNow(), CommonOptions.ReadTimeZone(parsed), ReadBatch(parsed));
        var dryRun = parsed.GetValue(DryRun);
        if (!dryRun || application.Services.GetRequiredService<StorageOptions>().IsThere)
        {
            await HostStart.OpenDatabaseAsync(application.Services, cancellationToken);
            options = await WithNamesAsync(options, application.Services, cancellationToken);
        }

        if (!dryRun)
        {
            await RefuseWhileServedAsync(application.Services, options.Now, cancellationToken);
        }

        var language = CommonOptions.ReadLang(parsed);
        var bad = 0L;
        foreach (var path in files)
        {
            using var report = new BadRowReport(path, language);
            var run = new ImportRun(terminal, clock, new ImportFile(path), options, report);
            var result = dryRun
                ? run.Try()
                : await run.WriteAsync(
                    new Import(application.Services.GetRequiredService<IImportStore>(), clock),
                    cancellationToken
                );
            result.Print(terminal, parsed.GetValue(CommonOptions.Json), language);
            bad += result.BadRows;
        }

        return bad == 0 ? ExitCodes.Success : ExitCodes.Failed;
    }

    private static async Task<ImportOptions> WithNamesAsync(
        ImportOptions options,
        IServiceProvider services,
        CancellationToken cancellationToken
    ) =>
        options with
        {
            Attributes = await services.GetRequiredService<AttributeCatalog>().GetAsync(cancellationToken),
            Tags = await services.GetRequiredService<TagCatalog>().GetAsync(cancellationToken),
        };

    private static string[] Open(string[] paths) =>
        Array.Find(paths, path => !File.Exists(path)) is { } missing
            ? throw new BadInputException($"There is no file '{missing}'.")
            : paths;

    private static int ReadBatch(ParseResult parsed) =>
        parsed.GetValue(BatchSize) is var rows and >= 1 and <= ContactEventIntake.MaxBatch
            ? rows
            : throw new BadInputException(
                string.Create(CultureInfo.InvariantCulture, $"--batch is 1 to {ContactEventIntake.MaxBatch}.")
            );

    // Journeys own their contacts while a server runs; history written meanwhile could be written over.
    private static async Task RefuseWhileServedAsync(
        IServiceProvider services,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (await services.GetRequiredService<IImportStore>().IsServedAsync(now, cancellationToken))
        {
            throw new BadInputException(
                "A server works on this database: stop it for the import, or send the rows to POST /api/events."
            );
        }
    }
}
