using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Messaging.Blocks;

/// <summary>How blocks that send take a content of the library, and have the links of what they send tracked.</summary>
internal static class BlockContent
{
    private const int UsualAttribution = 7;

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
    /// <param name="asked">What the block says of them; what it leaves out is as the content, the journey and the installation say.</param>
    /// <exception cref="FaultException">The domain is none of this installation's.</exception>
    public static OutboundMessage Track(
        ActivityExecutionContext context,
        OutboundMessage message,
        FilledContent? content,
        bool tracks,
        LinkTerms asked
    )
    {
        if (
            context.GetService<LinkTracker>() is not { } tracker
            || (asked.OpensAt is null && (tracker.OnlyClosed || (!tracks && asked.Audience is null)))
        )
        {
            return message;
        }

        var (tracked, links) = tracker.Track(message, Settle(context, asked, content?.Version.Item, tracker));
        foreach (var link in links)
        {
            context.Emit(link);
        }

        return tracked;
    }

    private static LinkTerms Settle(
        ActivityExecutionContext context,
        LinkTerms asked,
        ContentItem? item,
        LinkTracker tracker
    )
    {
        var domain = asked.Domain ?? JourneySettings.Of(context.Instance.Graph).LinkDomain;
        // A trial has no domains: it shows closed links, whatever they are on.
        var isKnown = domain is null || tracker.OnlyClosed || tracker.Domains.Find(domain) is not null;
        return isKnown
            ? asked with
            {
                Days = asked.Days ?? (item is null ? UsualAttribution : item.AttributionDays),
                ValidDays = asked.ValidDays ?? item?.LinkDays ?? tracker.UsualDays,
                Domain = tracker.OnlyClosed ? null : domain,
            }
            : throw new FaultException("LinkDomainUnknown", $"'{domain}' is no domain of short links here.");
    }
}
