namespace Workflows.Storage.Imports;

/// <summary>How far the import of a file has come.</summary>
internal sealed class ImportRecordRow
{
    public int Tenant { get; set; }

    /// <summary>The SHA-256 of the file's content.</summary>
    public required string Key { get; set; }

    public required string File { get; set; }

    public long Line { get; set; }

    public long Rows { get; set; }

    public long Added { get; set; }

    public long Contacts { get; set; }

    public long BadRows { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }
}
