namespace Workflows.Marketing.Entries;

/// <summary>The events of leads, as whoever connects an advertising platform or a form sends them.</summary>
public static class EntryEvents
{
    /// <summary>
    /// Somebody left a name at an advertisement; data: <c>platform</c> (see <see cref="AdLead.Platforms"/>), and where known <c>campaign</c>,
    /// <c>creative</c>, <c>source</c> (a source tag).
    /// </summary>
    public const string AdLead = "lead.ad";

    /// <summary>Somebody came from content in a new medium: a short video, a live stream, an article; same data.</summary>
    public const string MediaLead = "lead.media";
}
