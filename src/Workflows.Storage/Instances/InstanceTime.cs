namespace Workflows.Storage.Instances;

/// <summary>A time of an instance that lists are filtered by.</summary>
public enum InstanceTime
{
    /// <summary>When it was created.</summary>
    Created,

    /// <summary>When its last turn ran.</summary>
    Updated,

    /// <summary>When it ended.</summary>
    Finished,
}
