namespace Workflows.Runtime.Journal;

/// <summary>What happened to an activity. The names are Elsa's.</summary>
public enum JournalEvent
{
    /// <summary>It began.</summary>
    Started,

    /// <summary>It waits.</summary>
    Suspended,

    /// <summary>One of its bookmarks was resumed.</summary>
    Resumed,

    /// <summary>It is done.</summary>
    Completed,

    /// <summary>It was given up because something else decided so.</summary>
    Canceled,

    /// <summary>An incident stopped it.</summary>
    Faulted,

    /// <summary>It failed and will be tried again.</summary>
    Retrying,

    /// <summary>An operator changed the instance.</summary>
    Altered,
}
