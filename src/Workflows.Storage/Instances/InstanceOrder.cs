namespace Workflows.Storage.Instances;

/// <summary>What a list of instances is ordered by.</summary>
public enum InstanceOrder
{
    /// <summary>By the time they were created.</summary>
    Created,

    /// <summary>By the time of their last turn.</summary>
    Updated,

    /// <summary>By the time they ended; those that live come last.</summary>
    Finished,

    /// <summary>By name.</summary>
    Name,
}
