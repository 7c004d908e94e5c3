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

    /// <summary>Which marks of the tag go; the tag stays while it has another one. Empty: all of them.</summary>
    [Input(
        DisplayName = "Tag family",
        Description = "Which marks of the tag go: those of one family, and the tag stays where another family has it. Empty: all of them.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "", "FollowUp", "Source", "Attribute", "Campaign" }
    )]
    public Input<string?> Family { get; set; } = default!;

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context)
    {
        var contact = context.Contact();
        var tag = Tag.Get(context)?.Trim() ?? "";
        var isRemoved = Enum.TryParse<TagFamily>(context.Get(Family), ignoreCase: true, out var family)
            ? contact.RemoveTag(tag, family, staffId: null)
            : contact.RemoveTag(tag);
        if (!isRemoved)
        {
            return;
        }

        context.JournalData["removed"] = tag;
        context.EmitChange(contact, HistoryKind.Tag, tag, after: null);
        if (!contact.Tags.Contains(tag, StringComparer.Ordinal))
        {
            context.GetService<TagMirror>()?.Tell(context, contact, tag, isGiven: false);
        }
    }
}
