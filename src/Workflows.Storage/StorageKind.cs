namespace Workflows.Storage;

/// <summary>The databases that are spoken.</summary>
public enum StorageKind
{
    /// <summary>One file beside the process: the default.</summary>
    Sqlite,

    /// <summary>A server, for production and for several hosts.</summary>
    Postgres,
}
