namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>What a run is doing. The numbers are stored: append, never renumber.</summary>
public enum SyncPhase : short
{
    /// <summary>Friends of the staff.</summary>
    Customers = 1,

    /// <summary>Groups and their members.</summary>
    Groups = 2,

    /// <summary>Customers whose member of staff has left.</summary>
    Unassigned = 3,

    /// <summary>All is compared.</summary>
    Done = 4,

    /// <summary>Figures of finished days.</summary>
    Statistics = 5,

    /// <summary>Likes and comments of Moments.</summary>
    Moments = 6,
}
