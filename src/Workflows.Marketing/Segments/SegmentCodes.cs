namespace Workflows.Marketing.Segments;

/// <summary>Codes of the mistakes that can be made in asking for a segment.</summary>
public static class SegmentCodes
{
    /// <summary>The rule set has no enabled rule of this name or event, or several where one is meant.</summary>
    public const string NoSuchRule = "SEG001";

    /// <summary>The document has no rule set of this name, or several where one is meant.</summary>
    public const string NoSuchRuleSet = "SEG002";
}
