using System.CommandLine;
using System.Globalization;
using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Importing;

namespace Workflows.Host.Commands.Contacts;

/// <summary><c>contacts import FILE…</c>: history of contacts, from files.</summary>
internal static class ContactsImportCommand
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "CSV or JSON-lines files of contacts or of events; docs/importing.md lists the columns.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> IsDryRun = new("--dry-run")
    {
        Description = "Read and check every row, say what the import would do; nothing is made, migrated or written.",
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
            IsDryRun,
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
        var language = CommonOptions.ReadLang(parsed);
        var dryRun = parsed.GetValue(IsDryRun) ? new DryRun(application.Services, language) : null;
        options = dryRun is null
            ? await OpenAsync(options, application.Services, cancellationToken)
            : await dryRun.LookAsync(options, terminal.Note, cancellationToken);
        var bad = 0L;
        foreach (var path in files)
        {
            using var report = new BadRowReport(path, language);
            var file = new ImportFile(path);
            if (dryRun is not null && await dryRun.BeginningAsync(file, cancellationToken) is { } beginning)
            {
                terminal.Note(beginning);
            }

            var run = new ImportRun(terminal, clock, file, options, report);
            var result = dryRun is not null
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

    private static async Task<ImportOptions> OpenAsync(
        ImportOptions options,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        await HostStart.OpenDatabaseAsync(services, cancellationToken);
        await RefuseWhileServedAsync(services, options.Now, cancellationToken);
        return options with
        {
            Attributes = await services.GetRequiredService<AttributeCatalog>().GetAsync(cancellationToken),
            Tags = await services.GetRequiredService<TagCatalog>().GetAsync(cancellationToken),
        };
    }

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
