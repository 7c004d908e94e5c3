using Workflows.Marketing.Channels.WeCom.Customers;
using Workflows.Marketing.Channels.WeCom.Synchronization;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Records;

/// <summary>Writes what a member of staff noted. What the member wrote stays, unless the journey says otherwise.</summary>
internal sealed class NoteRecords(RecordParts parts) : SoloRecords(parts)
{
    protected override async Task<Receipt> ChangeAsync(
        RecordChange change,
        OutboundMessage message,
        (string Staff, string Customer) whose,
        CancellationToken cancellationToken
    )
    {
        if (await ReadAsync(whose, cancellationToken) is not { } known)
        {
            return new Receipt.Ended(
                SendOutcome.NotAFriend,
                WeComReasons.NotAFriend,
                "The customer is no friend of the member of staff."
            );
        }

        var (contact, follow) = known;
        var note = (RecordChange.Note)change;
        var after = After(note, contact, follow);
        if (after == follow)
        {
            return note.Overwrites
                ? new Receipt.Delivered()
                : new Receipt.Ended(SendOutcome.Refused, "wecom_note_kept", "The member of staff has noted something.");
        }

        await Parts.Changes.NoteAsync(
            Parts.Tenant,
            [Parts.Change(OwnChangeKind.Note, whose.Staff, whose.Customer, ProfileHash.Notes(after))],
            cancellationToken
        );
        await Parts.Client.Customers.RemarkAsync(
            new CustomerCalls.Remark(whose.Staff, whose.Customer)
            {
                Name = after.Remark,
                Description = after.Description,
            },
            cancellationToken
        );
        return new Receipt.Delivered();
    }

    private static FollowUser After(RecordChange.Note note, ExternalContact contact, FollowUser follow)
    {
        // WeCom fills the remark with the customer's own name: that is nobody's note.
        var isOwn =
            string.IsNullOrEmpty(follow.Remark) || string.Equals(follow.Remark, contact.Name, StringComparison.Ordinal);
        return follow with
        {
            Remark = note.Remark is { } remark && (note.Overwrites || isOwn) ? remark : follow.Remark,
            Description =
                note.Description is { } text && (note.Overwrites || string.IsNullOrEmpty(follow.Description))
                    ? text
                    : follow.Description,
        };
    }

    private async Task<(ExternalContact, FollowUser)?> ReadAsync(
        (string Staff, string Customer) whose,
        CancellationToken cancellationToken
    )
    {
        var cursor = "";
        do
        {
            var page = await Parts.Client.Customers.GetAsync(whose.Customer, cursor, cancellationToken);
            var follow = page.FollowUser.FirstOrDefault(one =>
                string.Equals(one.Userid, whose.Staff, StringComparison.Ordinal)
            );
            if (page.ExternalContact is { } contact && follow is not null)
            {
                return (contact, follow);
            }

            cursor = page.NextCursor ?? "";
        } while (cursor.Length > 0);

        return null;
    }
}
