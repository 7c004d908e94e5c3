namespace Workflows.Rules.Explaining;

/// <summary>What came of a part of an expression.</summary>
public enum PartState
{
    /// <summary>A condition that holds.</summary>
    Holds,

    /// <summary>A condition that does not hold.</summary>
    DoesNotHold,

    /// <summary>A value that is neither true nor false.</summary>
    Known,

    /// <summary>It was not asked, because what stands before it had decided.</summary>
    NotAsked,

    /// <summary>It failed: a missing value was read, a division by zero …</summary>
    Failed,
}
