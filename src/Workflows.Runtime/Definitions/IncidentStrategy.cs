namespace Workflows.Runtime.Definitions;

/// <summary>What an incident does to its instance.</summary>
public enum IncidentStrategy
{
    /// <summary>The instance ends faulted once its other branches came to rest.</summary>
    Fault,

    /// <summary>The other branches go on; the instance keeps the incident.</summary>
    ContinueWithIncidents,
}
