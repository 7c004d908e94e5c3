namespace Workflows.Runtime.Definitions;

/// <summary>Which tokens an activity of a token-based flowchart waits for.</summary>
internal enum MergeMode
{
    /// <summary>None, unless one is still on its way to an activity right before it.</summary>
    Stream,

    /// <summary>One on each connection that leads forward into it.</summary>
    Merge,

    /// <summary>One on each connection into it, those that lead back included.</summary>
    Converge,

    /// <summary>The first; those that come later are dropped.</summary>
    Cascade,

    /// <summary>The first; whoever already waits on the way to it is cancelled, and those that come later are dropped.</summary>
    Race,
}
