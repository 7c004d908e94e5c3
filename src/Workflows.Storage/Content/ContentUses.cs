using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Messaging;
using Workflows.Storage.Contacts;
using Workflows.Storage.Messages;

namespace Workflows.Storage.Content;

/// <summary>When which contents were said, by messages and by hand.</summary>
internal sealed class ContentUses(WorkflowsDbContext context, int tenant)
{
    private const string ToGroups = "group:";

    public async Task<IReadOnlyList<UsedContent>> OfAsync(
        IReadOnlyList<string> contents,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    ) =>
        [
            .. await SentAsync(contents, from, to, cancellationToken),
            .. await SaidAsync(contents, from, to, cancellationToken),
        ];

    private async Task<IEnumerable<UsedContent>> SentAsync(
        IReadOnlyList<string> contents,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    )
    {
        var sent = await context
            .Set<MessageRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && row.ContentRef != null && contents.Contains(row.ContentRef))
            .Where(row => row.Outcome == (short)SendOutcome.Sent && row.SettledAt >= from && row.SettledAt < to)
            .Select(row => new
            {
                row.ContentRef,
                row.Sender,
                row.ContactId,
                row.Address,
                row.Carrier,
                row.Journey,
                row.SettledAt,
            })
            .ToListAsync(cancellationToken);
        return sent.Select(row => new UsedContent(
            row.ContentRef!,
            row.Sender,
            IsToOne(row.Carrier, row.Address) ? row.ContactId : null,
            row.SettledAt!.Value,
            IsByHand: false,
            string.Equals(row.Journey, ContentDistribution.Journey, StringComparison.Ordinal)
        ));
    }

    private async Task<IEnumerable<UsedContent>> SaidAsync(
        IReadOnlyList<string> contents,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    )
    {
        var asked = contents.ToHashSet(StringComparer.Ordinal);
        var said = await context
            .Set<ContactEventRow>()
            .AsNoTracking()
            .Where(row => row.Type == ContactEventTypes.ContentUsed)
            .Where(row => row.Tenant == tenant && row.At >= from && row.At < to)
            .Select(row => new
            {
                row.ContactId,
                row.At,
                row.Data,
            })
            .ToListAsync(cancellationToken);
        return said.Select(row => (Row: row, Use: ContentUse.Of(row.Data)))
            .Where(one => one.Use is not null && asked.Contains(one.Use.Content))
            .Select(one => new UsedContent(
                one.Use!.Content,
                one.Use.Staff.Length == 0 ? null : one.Use.Staff,
                one.Row.ContactId,
                one.Row.At,
                IsByHand: true
            ));
    }

    // What a member of the staff does for a contact is said to the contact; a post is said to all.
    private static bool IsToOne(short carrier, string? address) =>
        carrier != (short)Carrier.Moments && address?.StartsWith(ToGroups, StringComparison.Ordinal) is not true;
}
