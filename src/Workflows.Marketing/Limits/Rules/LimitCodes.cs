namespace Workflows.Marketing.Limits.Rules;

/// <summary>The stable codes of what is wrong with the rule set <c>contact-limits</c>.</summary>
public static class LimitCodes
{
    /// <summary>A rule does not say whose messages it counts, or says it wrongly.</summary>
    public const string BadScope = "LIM001";

    /// <summary>A rule does not say how long a message counts, or says it wrongly.</summary>
    public const string BadPeriod = "LIM002";

    /// <summary>A rule does not say what becomes of a message.</summary>
    public const string BadAction = "LIM003";

    /// <summary>A rule counts, and does not say what.</summary>
    public const string NothingCounted = "LIM004";

    /// <summary>A rule does not say where it comes from or what it means.</summary>
    public const string Unexplained = "LIM005";

    /// <summary>A rule lets more through than its source allows.</summary>
    public const string AboveSource = "LIM006";

    /// <summary>The rule set cannot be asked fast enough: it is not compiled.</summary>
    public const string NotCompiled = "LIM007";

    /// <summary>A rule says wrongly who asks for it.</summary>
    public const string BadAuthority = "LIM008";

    /// <summary>A rule says wrongly when a message that it defers is judged again.</summary>
    public const string BadAgain = "LIM009";
}
