namespace Workflows.Runtime.Definitions;

/// <summary>Whether a subject may enter a journey it has been in.</summary>
public enum Reentry
{
    /// <summary>When its earlier instance is over.</summary>
    WhenFinished,

    /// <summary>Never again.</summary>
    Never,

    /// <summary>Always, even while an earlier instance runs.</summary>
    Always,
}
