namespace Workflows.Marketing.Limits.Rules;

/// <summary>Who asks for a limit. Of several that stop a message for good, the first of these names the reason.</summary>
public enum LimitAuthority
{
    /// <summary>A law.</summary>
    Law,

    /// <summary>A documented quota of a platform.</summary>
    Platform,

    /// <summary>The advice of practitioners.</summary>
    Article,

    /// <summary>A sensible default, or a wish of the workspace.</summary>
    Practice,
}
