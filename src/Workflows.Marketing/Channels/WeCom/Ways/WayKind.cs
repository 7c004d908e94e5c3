namespace Workflows.Marketing.Channels.WeCom.Ways;

/// <summary>Where a way leads. The numbers are stored: append, never renumber.</summary>
public enum WayKind : short
{
    /// <summary>A QR code that adds a member of staff (联系我).</summary>
    Contact = 1,

    /// <summary>A QR code that leads into a group (入群活码).</summary>
    Group = 2,

    /// <summary>A link that adds a member of staff (获客链接); WeCom is paid for each customer.</summary>
    Link = 3,
}
