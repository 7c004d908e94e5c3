using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Contacts;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Journeys;

/// <summary>Puts a tag on the contact.</summary>
[Activity("Marketing", "Mine", "Puts a tag on the contact.", DisplayName = "Add tag", Icon = "tag")]
public sealed class AddTag : CodeActivity
{
    /// <summary>The tag.</summary>
    [Input(Description = "The tag to put on the contact.", IsRequired = true)]
    public Input<string> Tag { get; set; } = default!;

    /// <summary>What the tag is about.</summary>
    [Input(
        DisplayName = "Tag family",
        Description = "What the tag is about: how far the follow-up has come, where the contact came from, what it is like, which campaigns it took part in.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "FollowUp", "Source", "Attribute", "Campaign" },
        DefaultValue = "Attribute"
    )]
    public Input<string> Family { get; set; } = new("Attribute");

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var contact = context.Contact();
        var tag = Tag.Get(context)?.Trim() ?? "";
        var family = Enum.TryParse<TagFamily>(Family.Get(context), ignoreCase: true, out var known)
            ? known
            : TagFamily.Attribute;
        var mark = new TagMark(tag, family, context.Now, context.Instance.Graph.DefinitionId);
        if (tag.Length == 0 || !contact.AddTag(mark))
        {
            return;
        }

        var mirror = context.GetService<TagMirror>();
        if (context.GetService<TagCatalog>() is { } catalog)
        {
            var book = await catalog.GetAsync(context.CancellationToken);
            foreach (var rival in book.Rivals(tag).Where(contact.RemoveTag))
            {
                context.JournalData["removed"] = rival;
                context.EmitChange(contact, HistoryKind.Tag, rival, after: null);
                mirror?.Tell(context, contact, rival, isGiven: false);
            }
        }

        context.JournalData["added"] = tag;
        context.EmitChange(contact, HistoryKind.Tag, before: null, tag);
        mirror?.Tell(context, contact, tag, isGiven: true);
    }
}
