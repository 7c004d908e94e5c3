using Workflows.Marketing.Channels.WeCom.Customers;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Records;

/// <summary>
/// Puts tags on customers and takes them off. What the contact has at the moment of the call counts: a tag that was taken off again in the
/// meantime is not put on, whichever message comes first.
/// </summary>
internal sealed class TagRecords(RecordParts parts) : SoloRecords(parts)
{
    protected override async Task<Receipt> ChangeAsync(
        RecordChange change,
        OutboundMessage message,
        (string Staff, string Customer) whose,
        CancellationToken cancellationToken
    )
    {
        var tags = await StillWantedAsync((RecordChange.Tags)change, message, cancellationToken);
        if (tags.Add.Count + tags.Remove.Count == 0)
        {
            return new Receipt.Ended(SendOutcome.Cancelled, "wecom_superseded", "The contact's tags changed again.");
        }

        var add = await Parts.Tags.FindAsync(tags.Add, makes: true, cancellationToken);
        var remove = await Parts.Tags.FindAsync(tags.Remove, makes: false, cancellationToken);
        string[] added = [.. add.OfType<string>()];
        string[] removed = [.. remove.OfType<string>()];
        if (added.Length + removed.Length == 0)
        {
            return new Receipt.Ended(SendOutcome.Refused, "wecom_unknown_tag", "The company has no tag of this name.");
        }

        await Parts.Changes.NoteAsync(
            Parts.Tenant,
            [
                .. added
                    .Select(id => $"+{id}")
                    .Concat(removed.Select(id => $"-{id}"))
                    .Select(value => Parts.Change(OwnChangeKind.Tag, whose.Staff, whose.Customer, value)),
            ],
            cancellationToken
        );
        await Parts.Client.Customers.MarkTagAsync(
            new CustomerCalls.TagMark(whose.Staff, whose.Customer)
            {
                AddTag = added.Length > 0 ? added : null,
                RemoveTag = removed.Length > 0 ? removed : null,
            },
            cancellationToken
        );
        return new Receipt.Delivered();
    }

    private async Task<RecordChange.Tags> StillWantedAsync(
        RecordChange.Tags tags,
        OutboundMessage message,
        CancellationToken cancellationToken
    )
    {
        if (
            message.ContactId is not { } id
            || await Parts.Contacts.FindAsync(Parts.Tenant, id, cancellationToken) is not { } contact
        )
        {
            return tags;
        }

        return new RecordChange.Tags(
            [.. tags.Add.Where(tag => contact.Tags.Contains(tag, StringComparer.Ordinal))],
            [.. tags.Remove.Where(tag => !contact.Tags.Contains(tag, StringComparer.Ordinal))]
        );
    }
}
