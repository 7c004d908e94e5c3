using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Contacts;

/// <summary>How blocks put a tag on a contact: rivals of an exclusive group go, history and WeCom are told.</summary>
internal static class TagPutting
{
    /// <summary>Puts a tag on the contact of the run; one that is there already changes nothing.</summary>
    /// <param name="context">The block's.</param>
    /// <param name="mark">The tag.</param>
    /// <param name="part">Tells several tags of one execution apart; null for the only one.</param>
    public static async ValueTask PutTagAsync(this ActivityExecutionContext context, TagMark mark, string? part = null)
    {
        var contact = context.Contact();
        if (mark.Tag.Length == 0 || !contact.AddTag(mark))
        {
            return;
        }

        var mirror = context.GetService<TagMirror>();
        if (context.GetService<TagCatalog>() is { } catalog)
        {
            var book = await catalog.GetAsync(context.CancellationToken);
            foreach (var rival in book.Rivals(mark.Tag).Where(contact.RemoveTag))
            {
                context.JournalData["removed"] = rival;
                context.EmitChange(contact, HistoryKind.Tag, rival, after: null, $"off:{rival}");
                mirror?.Tell(context, contact, rival, isGiven: false, $"off:{rival}");
            }
        }

        context.JournalData["added"] = mark.Tag;
        context.EmitChange(contact, HistoryKind.Tag, before: null, mark.Tag, part);
        mirror?.Tell(context, contact, mark.Tag, isGiven: true, part);
    }
}
