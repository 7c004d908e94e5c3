namespace Workflows.Marketing.Channels.WeCom;

/// <summary>Tells a customer's id from that of a member of staff, where WeCom lists both in one place.</summary>
internal static class ExternalUserIds
{
    private const int ShortestGenerated = 16;

    /// <summary>
    /// Whether an id is that of a customer. WeCom makes these itself, long and beginning with <c>wm</c> or <c>wo</c>, while companies choose
    /// short ids for their staff. Nowhere promised: what is decided by it is checked against the group itself when it is read.
    /// </summary>
    public static bool IsExternal(string id) =>
        id.Length is >= ShortestGenerated and <= 128
        && (id.StartsWith("wm", StringComparison.Ordinal) || id.StartsWith("wo", StringComparison.Ordinal));
}
