namespace Workflows.Runtime.Activities.Flow;

/// <summary>What a join waits for.</summary>
public enum FlowJoinMode
{
    /// <summary>The first branch that arrives; the others are cancelled up to where they parted.</summary>
    WaitAny,

    /// <summary>Every branch; when one of them cannot arrive, the join is passed over.</summary>
    WaitAll,

    /// <summary>Every branch that was taken.</summary>
    WaitAllActive,
}
