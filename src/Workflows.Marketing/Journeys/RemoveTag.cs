using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Contacts;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Journeys;

/// <summary>Takes a tag off the contact.</summary>
[Activity("Marketing", "Mine", "Takes a tag off the contact.", DisplayName = "Remove tag", Icon = "tag")]
public sealed class RemoveTag : CodeActivity
{
    /// <summary>The tag.</summary>
    [Input(Description = "The tag to take off the contact.", IsRequired = true)]
    public Input<string> Tag { get; set; } = default!;

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context)
    {
        var contact = context.Contact();
        var tag = Tag.Get(context)?.Trim() ?? "";
        if (contact.RemoveTag(tag))
        {
            context.JournalData["removed"] = tag;
            context.EmitChange(contact, HistoryKind.Tag, tag, after: null);
            context.GetService<TagMirror>()?.Tell(context, contact, tag, isGiven: false);
        }
    }
}
