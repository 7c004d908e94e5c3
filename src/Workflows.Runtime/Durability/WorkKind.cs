namespace Workflows.Runtime.Durability;

/// <summary>What a <see cref="WorkItem"/> asks for. The numbers are stored: append, never renumber.</summary>
public enum WorkKind : short
{
    /// <summary>Something happened: start what it triggers and resume what waits for it.</summary>
    Stimulus = 1,

    /// <summary>A bookmark's due time has come.</summary>
    Timer = 2,

    /// <summary>Resume one named bookmark.</summary>
    Resume = 3,

    /// <summary>Start one instance of a published definition.</summary>
    Start = 4,

    /// <summary>Run a failed activity again.</summary>
    Retry = 5,

    /// <summary>Cancel one instance.</summary>
    Cancel = 6,
}
