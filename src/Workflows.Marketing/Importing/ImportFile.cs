using System.Security.Cryptography;

namespace Workflows.Marketing.Importing;

/// <summary>
/// A file of contacts or events: CSV (<c>.csv</c>, <c>.tsv</c>, <c>.txt</c>) with a header, or one JSON object a line
/// (<c>.jsonl</c>, <c>.ndjson</c>), UTF-8. <c>docs/importing.md</c> lists the columns and members.
/// </summary>
public sealed class ImportFile
{
    private readonly string _path;
    private readonly bool _isJson;

    /// <param name="path">The file.</param>
    public ImportFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _path = path;
        _isJson = Path.GetExtension(path).ToLowerInvariant() is ".jsonl" or ".ndjson" or ".json";
        Length = new FileInfo(path).Length;
    }

    /// <summary>The file's name without its folder.</summary>
    public string Name => Path.GetFileName(_path);

    /// <summary>How many bytes it has.</summary>
    public long Length { get; }

    /// <summary>What the content is called in the checkpoints: its SHA-256, 64 hexadecimal digits.</summary>
    public async Task<string> KeyAsync(CancellationToken cancellationToken)
    {
        await using var stream = Open();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }

    /// <summary>Reads the rows one by one; nothing of a row is kept.</summary>
    /// <param name="options">How they are understood.</param>
    internal IEnumerable<ImportRow> Read(ImportOptions options)
    {
        using var stream = Open();
        var rows = _isJson ? JsonRows.Read(stream, options) : CsvRows.Read(stream, options);
        foreach (var row in rows)
        {
            yield return row;
        }
    }

    private FileStream Open() =>
        new(_path, FileMode.Open, FileAccess.Read, FileShare.Read, 256 * 1024, FileOptions.SequentialScan);
}
