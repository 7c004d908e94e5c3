namespace Workflows.Marketing.Journeys;

/// <summary>The stable codes of what is wrong with a journey beyond its workflow.</summary>
public static class JourneyCodes
{
    /// <summary>A rule set is not published.</summary>
    public const string RuleSetMissing = "JRN001";

    /// <summary>A channel does not exist.</summary>
    public const string ChannelUnknown = "JRN002";

    /// <summary>An outcome leads nowhere.</summary>
    public const string OutcomeUnconnected = "JRN003";

    /// <summary>A connection follows an event the rule set does not have.</summary>
    public const string EventUnknown = "JRN004";

    /// <summary>A file of cases cannot be read.</summary>
    public const string CasesUnreadable = "JRN005";

    /// <summary>An event of the rule set is called like the outcome of an activity when no rule holds.</summary>
    public const string EventLikeNone = "JRN006";

    /// <summary>A rule set has inputs of its own that the block does not fill in.</summary>
    public const string InputsMissing = "JRN007";

    /// <summary>A mini-program would go to a group by a channel that may not send one.</summary>
    public const string MiniProgramChannel = "JRN008";

    /// <summary>A way in does not say where its contacts come from.</summary>
    public const string SourceTagMissing = "JRN020";
}
