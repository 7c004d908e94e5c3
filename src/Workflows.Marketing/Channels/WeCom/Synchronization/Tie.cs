namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>What WeCom last said of one customer and one member of staff, or one group: the measure of what has changed.</summary>
/// <param name="Kind">What ties them.</param>
/// <param name="Owner">The member of staff's user id, or the group's chat id.</param>
/// <param name="Customer">The external_userid.</param>
public sealed record Tie(TieKind Kind, string Owner, string Customer)
{
    /// <summary>Whether it is over.</summary>
    public bool IsLost { get; init; }

    /// <summary>When it began or ended; an older word never replaces a newer one.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>When WeCom was last asked and said so; null before the first time.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>A hash of all else that was said, or null when nothing was yet.</summary>
    public string? Profile { get; init; }

    /// <summary>The ids of the company's tags, in ordinal order, joined by commas.</summary>
    public string Tags { get; init; } = "";
}
