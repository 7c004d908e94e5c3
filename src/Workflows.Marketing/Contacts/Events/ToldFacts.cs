using Workflows.Marketing.Channels.WeCom.Callbacks;

namespace Workflows.Marketing.Contacts;

/// <summary>
/// What WeCom tells of a contact, taken over: where it came from, which tags staff gave and took, what it is called. What we know by
/// other means stays: a name in WeCom is what the customer calls themselves today.
/// </summary>
internal static class ToldFacts
{
    private const string By = "wecom";

    /// <returns>Whether anything changed.</returns>
    public static bool Fold(Contact contact, ContactEvent told) =>
        told.Type switch
        {
            ContactEventTypes.FriendAdded or ContactEventTypes.GroupJoined => FoldSource(contact, told),
            WeComEvents.TagGiven or WeComEvents.TagTaken => FoldTag(contact, told),
            WeComEvents.ProfileChanged => FoldProfile(contact, told),
            _ => false,
        };

    private static bool FoldSource(Contact contact, ContactEvent told) =>
        new EventData(told.Data).Text("source") is { Length: <= 64 } tag
        && contact.AddTag(new TagMark(tag, TagFamily.Source, told.At, By));

    private static bool FoldTag(Contact contact, ContactEvent told)
    {
        var data = new EventData(told.Data);
        return data.Text("tag") is { Length: <= 64 } tag
            && data.Text("staff") is { } staff
            && (
                told.Type is WeComEvents.TagGiven
                    ? contact.AddTag(new TagMark(tag, TagFamily.Attribute, told.At, By, staff))
                    : contact.RemoveTag(tag, family: null, staff)
            );
    }

    private static bool FoldProfile(Contact contact, ContactEvent told)
    {
        var data = new EventData(told.Data);
        var changed = false;
        foreach (var name in (string[])["name", "gender", "company"])
        {
            changed |=
                contact.Attribute(name) is null && data.Text(name) is { } value && contact.SetAttribute(name, value);
        }

        return changed;
    }
}
