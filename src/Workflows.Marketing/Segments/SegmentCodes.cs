namespace Workflows.Marketing.Segments;

/// <summary>Codes of the mistakes that can be made in asking for a segment.</summary>
public static class SegmentCodes
{
    /// <summary>The rule set has no enabled rule of this name or event.</summary>
    public const string NoSuchRule = "SEG001";
}
