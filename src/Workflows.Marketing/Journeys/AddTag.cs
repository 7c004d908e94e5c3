using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Journeys;

/// <summary>Puts a tag on the contact.</summary>
[Activity("Marketing", "Mine", "Puts a tag on the contact.", DisplayName = "Add tag", Icon = "tag")]
public sealed class AddTag : CodeActivity
{
    /// <summary>The tag.</summary>
    [Input(Description = "The tag to put on the contact.", IsRequired = true)]
    public Input<string> Tag { get; set; } = default!;

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context)
    {
        var contact = context.Contact();
        var tag = Tag.Get(context)?.Trim() ?? "";
        if (tag.Length > 0 && contact.AddTag(tag))
        {
            context.JournalData["added"] = tag;
            context.EmitContactChanged(contact);
        }
    }
}
