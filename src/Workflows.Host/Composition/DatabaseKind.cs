namespace Workflows.Host.Composition;

/// <summary>The databases that can keep a workspace.</summary>
internal enum DatabaseKind
{
    /// <summary>A file in the data folder; one host.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server; any number of hosts.</summary>
    Postgres,
}
