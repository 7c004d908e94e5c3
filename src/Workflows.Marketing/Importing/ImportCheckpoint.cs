namespace Workflows.Marketing.Importing;

/// <summary>How far the import of a file has come; written in the transaction of its rows.</summary>
/// <param name="Key">The content, by its SHA-256.</param>
/// <param name="File">The file's name, for people.</param>
/// <param name="StartedAt">When it was begun.</param>
public sealed record ImportCheckpoint(string Key, string File, DateTimeOffset StartedAt)
{
    /// <summary>The last line that is written, or was reported as bad.</summary>
    public long Line { get; init; }

    /// <summary>How many rows were good.</summary>
    public long Rows { get; init; }

    /// <summary>How many of them were new.</summary>
    public long Added { get; init; }

    /// <summary>How many contacts they made.</summary>
    public long Contacts { get; init; }

    /// <summary>How many rows were bad.</summary>
    public long BadRows { get; init; }

    /// <summary>When the end of the file was reached, or null.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}
