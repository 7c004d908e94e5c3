using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Entries;

/// <summary>
/// How customers come in: begins a journey with an event that says where somebody came from, and puts that on the contact as a source tag
/// (S3-06, S3-56).
/// </summary>
public abstract class EntryTrigger : FactTrigger
{
    private protected EntryTrigger() { }

    /// <summary>The source tag. Empty: the tag of the QR code or link, where it has one.</summary>
    [Input(
        DisplayName = "Source tag",
        Description = "The tag that says where the contact came from. Empty: the tag of the QR code or link, if it has one.",
        Order = 90
    )]
    public Input<string?> SourceTag { get; set; } = default!;

    private protected override ValueTask BeginAsync(ActivityExecutionContext context, ContactEvent? received)
    {
        var set = context.Get(SourceTag)?.Trim();
        var tag =
            !string.IsNullOrEmpty(set) ? set
            : received is null ? ""
            : EventFacts.Of(received)["source"];
        Put(context, tag);
        return EnterAsync(context, received);
    }

    /// <summary>Goes on behind the tag.</summary>
    private protected virtual ValueTask EnterAsync(ActivityExecutionContext context, ContactEvent? received) =>
        context.CompleteActivityAsync();

    private static void Put(ActivityExecutionContext context, string tag)
    {
        var contact = context.Contact();
        var mark = new TagMark(tag, TagFamily.Source, context.Now, context.Instance.Graph.DefinitionId);
        if (tag.Length > 0 && contact.AddTag(mark))
        {
            context.EmitChange(contact, HistoryKind.Tag, before: null, tag);
            context.GetService<TagMirror>()?.Tell(context, contact, tag, isGiven: true);
        }
    }
}
