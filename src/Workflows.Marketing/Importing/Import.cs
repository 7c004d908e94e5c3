using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Importing;

/// <summary>Imports one file: again from where it stopped, each row once however often it is read.</summary>
public sealed class Import(IImportStore store, TimeProvider clock)
{
    /// <summary>Imports a file, or goes on with it.</summary>
    /// <param name="tenant">Whose contacts.</param>
    /// <param name="file">The file.</param>
    /// <param name="options">How its rows are understood.</param>
    /// <param name="badRows">Told of every bad row, before the batch that follows it is written.</param>
    /// <param name="progress">Told where the import begins, and after every batch: how far, and how many bytes are read.</param>
    /// <param name="cancellationToken">Stops between two batches' commits; the file can be gone on with.</param>
    /// <returns>The checkpoint at the end; what a finished file came to is told again without reading it.</returns>
    public async Task<ImportCheckpoint> RunAsync(
        int tenant,
        ImportFile file,
        ImportOptions options,
        Action<BadRow> badRows,
        Action<ImportCheckpoint, long> progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(badRows);
        ArgumentNullException.ThrowIfNull(progress);
        var key = await file.KeyAsync(cancellationToken);
        var checkpoint =
            await store.FindAsync(tenant, key, cancellationToken)
            ?? new ImportCheckpoint(key, file.Name, clock.GetUtcNow());
        if (checkpoint.FinishedAt is not null)
        {
            return checkpoint;
        }

        progress(checkpoint, 0);
        foreach (var rows in file.Read(options).SkipWhile(row => row.Line <= checkpoint.Line).Chunk(options.BatchSize))
        {
            Report(rows, badRows);
            checkpoint = await WriteAsync(tenant, rows, checkpoint, finished: null, cancellationToken);
            progress(checkpoint, rows[^1].Position);
        }

        return await WriteAsync(tenant, [], checkpoint, clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>Reads a file and checks every row; nothing is written.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">How its rows are understood.</param>
    /// <param name="badRows">Told of every bad row.</param>
    /// <param name="progress">Told at the beginning, and every <see cref="ImportOptions.BatchSize"/> rows.</param>
    public static ImportCheckpoint Try(
        ImportFile file,
        ImportOptions options,
        Action<BadRow> badRows,
        Action<ImportCheckpoint, long> progress
    )
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(badRows);
        ArgumentNullException.ThrowIfNull(progress);
        var checkpoint = new ImportCheckpoint("", file.Name, options.Now);
        progress(checkpoint, 0);
        foreach (var rows in file.Read(options).Chunk(options.BatchSize))
        {
            Report(rows, badRows);
            checkpoint = After(rows, checkpoint);
            progress(checkpoint, rows[^1].Position);
        }

        return checkpoint;
    }

    private static void Report(ImportRow[] rows, Action<BadRow> badRows)
    {
        foreach (var row in rows.Where(row => row.Event is null))
        {
            badRows(new BadRow(row.Line, row.Mistakes, row.Text ?? ""));
        }
    }

    private static ImportCheckpoint After(ImportRow[] rows, ImportCheckpoint before)
    {
        var good = rows.Count(row => row.Event is not null);
        return before with
        {
            Line = rows[^1].Line,
            Rows = before.Rows + good,
            BadRows = before.BadRows + rows.Length - good,
        };
    }

    private Task<ImportCheckpoint> WriteAsync(
        int tenant,
        ImportRow[] rows,
        ImportCheckpoint before,
        DateTimeOffset? finished,
        CancellationToken cancellationToken
    )
    {
        var after = rows.Length == 0 ? before : After(rows, before);
        ContactEvent[] events = [.. rows.Select(row => row.Event).OfType<ContactEvent>()];
        return store.WriteAsync(
            tenant,
            events,
            written =>
                after with
                {
                    Added = before.Added + written.Added,
                    Contacts = before.Contacts + written.Contacts,
                    FinishedAt = finished,
                },
            clock.GetUtcNow(),
            cancellationToken
        );
    }
}
