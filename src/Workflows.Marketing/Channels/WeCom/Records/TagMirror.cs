using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Channels.WeCom.Records;

/// <summary>Has the tags that blocks put on contacts and take off changed in WeCom, too: one message for every member of staff who is their friend.</summary>
/// <param name="tags">Which tags WeCom knows.</param>
public sealed class TagMirror(CorpTags tags)
{
    /// <summary>What WeCom is told of a contact whose tag became another one: one message for each member of staff who is a friend.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="merge">Which tag became which.</param>
    public IEnumerable<OutboundMessage> Messages(ContactState contact, TagMerge merge)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(merge);
        string[] given = tags.MayTake(merge.Into) ? [merge.Into] : [];
        string[] taken = tags.MayTake(merge.From) ? [merge.From] : [];
        if (given.Length + taken.Length == 0 || contact.Identities.Find(IdentityKind.ExternalUserId) is null)
        {
            return [];
        }

        return contact
            .Relations.Where(relation => relation.State == RelationState.Exists)
            .Select(friend =>
                RecordMessages.Of(
                    $"tag-merge:{merge.At.UtcTicks}:{contact.Id:N}:{friend.StaffId}",
                    new Recipient.Person(contact.Id, contact.Identities),
                    friend.StaffId,
                    new RecordChange.Tags(given, taken),
                    ("tag-merge", 1),
                    merge.At
                )
            );
    }

    /// <summary>A block put a tag on the contact, or took it off.</summary>
    /// <param name="context">The block's.</param>
    /// <param name="contact">The contact.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="isGiven">Whether it was put on.</param>
    /// <param name="part">Tells several tags of one execution apart; null for the only one.</param>
    internal void Tell(ActivityExecutionContext context, Contact contact, string tag, bool isGiven, string? part = null)
    {
        if (!tags.MayTake(tag) || contact.Identities.Find(IdentityKind.ExternalUserId) is null)
        {
            return;
        }

        var change = new RecordChange.Tags(isGiven ? [tag] : [], isGiven ? [] : [tag]);
        var graph = context.Instance.Graph;
        foreach (var friend in contact.Relations.Where(relation => relation.State == RelationState.Exists))
        {
            context.Emit(
                RecordMessages.Of(
                    context.EffectKey(
                        part is null ? $"wecom-tag:{friend.StaffId}" : $"wecom-tag:{part}:{friend.StaffId}"
                    ),
                    new Recipient.Person(contact.Id, contact.Identities),
                    friend.StaffId,
                    change,
                    (graph.DefinitionId, graph.Version),
                    context.Now
                )
            );
        }
    }
}
