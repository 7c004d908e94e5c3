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
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var tag = Tag.Get(context)?.Trim() ?? "";
        var family = Enum.TryParse<TagFamily>(Family.Get(context), ignoreCase: true, out var known)
            ? known
            : TagFamily.Attribute;
        return context.PutTagAsync(new TagMark(tag, family, context.Now, context.Instance.Graph.DefinitionId));
    }
}
