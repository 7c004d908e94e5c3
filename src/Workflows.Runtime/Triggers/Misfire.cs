namespace Workflows.Runtime.Triggers;

/// <summary>What becomes of occasions that were missed because no host ran.</summary>
public enum Misfire
{
    /// <summary>They are left out.</summary>
    Skip,

    /// <summary>The last one of a series runs, late; those before it are left out.</summary>
    RunOnce,

    /// <summary>Each one runs, late.</summary>
    RunEach,
}
