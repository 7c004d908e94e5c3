using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Places.Groups;
using Workflows.Storage.Contacts;
using Workflows.Storage.Messages;
using Workflows.Storage.Places;

namespace Workflows.Storage.Links;

/// <summary>The moments at which links met some customers, each with the message the link went out with.</summary>
internal sealed class LinkTouches(WorkflowsDbContext context, int tenant)
{
    private const short Sent = (short)SendOutcome.Sent;

    public async Task<ILookup<Guid, (Touch Touch, LinkSource Link)>> OfAsync(
        IReadOnlyList<Guid> contacts,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        List<(Guid, Touch, LinkSource)> all =
        [
            .. await ClicksAsync(contacts, until, cancellationToken),
            .. await WordsAsync(contacts, until, cancellationToken),
            .. await GroupWordsAsync(contacts, until, cancellationToken),
        ];
        return all.ToLookup(one => one.Item1, one => (one.Item2, one.Item3));
    }

    private async Task<IEnumerable<(Guid, Touch, LinkSource)>> ClicksAsync(
        IReadOnlyList<Guid> contacts,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        var clicks = await context
            .Set<ContactEventRow>()
            .AsNoTracking()
            .Where(row => contacts.Contains(row.ContactId) && row.At <= until)
            .Where(row => row.Tenant == tenant && row.Type == ContactEventTypes.ContentClicked)
            .Where(row => row.Source == LinkClick.Source)
            .Select(row => new
            {
                row.ContactId,
                row.EventId,
                row.At,
            })
            .ToListAsync(cancellationToken);
        var codes = clicks.Select(click => LinkClick.CodeOf(click.EventId)).Distinct(StringComparer.Ordinal).ToList();
        var links = await Links()
            .Where(pair => codes.Contains(pair.Link.Code))
            .ToDictionaryAsync(pair => pair.Link.Code, StringComparer.Ordinal, cancellationToken);
        return clicks
            .Select(click => (Click: click, Link: links.GetValueOrDefault(LinkClick.CodeOf(click.EventId))))
            .Where(one => one.Link is not null)
            .Select(one =>
                (
                    one.Click.ContactId,
                    new Touch(one.Link!.Link.Code, one.Click.At, IsClick: true, one.Link.Link.Days),
                    SourceOf(one.Link.Message)
                )
            );
    }

    private async Task<IEnumerable<(Guid, Touch, LinkSource)>> WordsAsync(
        IReadOnlyList<Guid> contacts,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        var said = await Links()
            .Where(pair => pair.Message.ContactId != null && contacts.Contains(pair.Message.ContactId.Value))
            .Where(pair => pair.Message.Address == null && pair.Message.Outcome == Sent)
            .Where(pair => pair.Link.DroppedAt <= until)
            .ToListAsync(cancellationToken);
        return said.Select(pair => (pair.Message.ContactId!.Value, TouchOf(pair.Link), SourceOf(pair.Message)));
    }

    private async Task<IEnumerable<(Guid, Touch, LinkSource)>> GroupWordsAsync(
        IReadOnlyList<Guid> contacts,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        var seats = await context
            .Set<SeatRow>()
            .AsNoTracking()
            .Where(row => contacts.Contains(row.ContactId) && row.Tenant == tenant)
            .Where(row => row.State == (short)SeatState.Joined && row.Since <= until)
            .Select(row => new { row.ContactId, row.GroupId })
            .ToListAsync(cancellationToken);
        var addresses = seats.Select(seat => AddressOf(seat.GroupId)).Distinct(StringComparer.Ordinal).ToList();
        var said = await Links()
            .Where(pair => pair.Message.Address != null && addresses.Contains(pair.Message.Address))
            .Where(pair => pair.Message.Outcome == Sent && pair.Link.DroppedAt <= until)
            .ToListAsync(cancellationToken);
        var byAddress = said.ToLookup(pair => pair.Message.Address!, StringComparer.Ordinal);
        return seats.SelectMany(seat =>
            byAddress[AddressOf(seat.GroupId)]
                .Select(pair => (seat.ContactId, TouchOf(pair.Link), SourceOf(pair.Message)))
        );
    }

    private IQueryable<LinkOfMessage> Links() =>
        context
            .Set<TrackedLinkRow>()
            .AsNoTracking()
            .Where(link => link.Tenant == tenant)
            .Join(
                context.Set<MessageRow>().AsNoTracking(),
                link => new { link.Tenant, Key = link.MessageKey },
                message => new { message.Tenant, message.Key },
                (link, message) => new LinkOfMessage { Link = link, Message = message }
            );

    private static Touch TouchOf(TrackedLinkRow link) => new(link.Code, link.DroppedAt, IsClick: false, link.Days);

    private static LinkSource SourceOf(MessageRow message) =>
        new(message.ContentRef, message.Journey, message.Template, message.Sender, message.Address);

    private static string AddressOf(string group) => new Recipient.Group(group).Address;

    private sealed class LinkOfMessage
    {
        public required TrackedLinkRow Link { get; init; }

        public required MessageRow Message { get; init; }
    }
}
