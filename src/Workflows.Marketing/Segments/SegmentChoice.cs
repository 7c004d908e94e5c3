namespace Workflows.Marketing.Segments;

/// <summary>Which contacts of a rule set a segment takes.</summary>
public enum SegmentChoice
{
    /// <summary>Those for whom the rule is the first that holds, as a journey decides.</summary>
    FirstMatch,

    /// <summary>Those for whom the rule holds, whatever the rules before it say.</summary>
    Holds,
}
