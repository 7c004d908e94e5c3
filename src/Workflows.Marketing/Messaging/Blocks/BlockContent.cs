using Workflows.Marketing.Content;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Messaging.Blocks;

/// <summary>How blocks that send take a content of the library, and have the links of what they send tracked.</summary>
internal static class BlockContent
{
    private const int UsualDays = 7;

    /// <summary>The content of a name, filled in; null where there is none that may be sent.</summary>
    /// <exception cref="FaultException">There is no library where this runs, or the name is none.</exception>
    public static ValueTask<FilledContent?> FindAsync(ActivityExecutionContext context, string name, Carrier carrier)
    {
        var shelf =
            context.GetService<ContentShelf>()
            ?? throw new FaultException("NoLibrary", "There is no content library where this runs.");
        return ContentRef.TryParse(name, out var reference)
            ? shelf.FillAsync(reference, carrier, context)
            : throw new FaultException("BadContentName", $"'{name}' is no name of a content.");
    }

    /// <summary>The message with short links in the place of its links, which are emitted before it.</summary>
    /// <param name="context">The block's.</param>
    /// <param name="message">The message.</param>
    /// <param name="content">The content it says, or null.</param>
    /// <param name="tracks">Whether its links are to be tracked.</param>
    /// <param name="days">How many days an order counts for them; as the content says unless given.</param>
    /// <param name="opensAt">Before this they lead nowhere; null: they are open at once.</param>
    public static OutboundMessage Track(
        ActivityExecutionContext context,
        OutboundMessage message,
        FilledContent? content,
        bool tracks,
        int? days,
        DateTimeOffset? opensAt = null
    )
    {
        if (
            context.GetService<LinkTracker>() is not { } tracker
            || (opensAt is null && (tracker.OnlyClosed || !tracks))
        )
        {
            return message;
        }

        var usual = content is null ? UsualDays : content.Version.Item.AttributionDays;
        var (tracked, links) = tracker.Track(message, days ?? usual, opensAt);
        foreach (var link in links)
        {
            context.Emit(link);
        }

        return tracked;
    }
}
