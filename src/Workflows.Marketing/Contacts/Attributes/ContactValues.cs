namespace Workflows.Marketing.Contacts;

/// <summary>
/// What rule text calls on a contact to read attributes and identities: <c>contact.Number("age") &gt;= 30</c>,
/// <c>contact.Text("city") == "上海"</c>, <c>contact.Flag("member") == true</c>, <c>contact.Identity("phone") != null</c>.
/// </summary>
/// <remarks>A value of another kind is null, never converted: the text <c>"30"</c> is not a number.</remarks>
public static class ContactValues
{
    /// <summary>The attribute's value where it is a number; otherwise null.</summary>
    public static decimal? Number(this Contact contact, string name)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return contact.Attribute(name) switch
        {
            long whole => whole,
            decimal number => number,
            _ => null,
        };
    }

    /// <summary>The attribute's value where it is a text; otherwise null.</summary>
    public static string? Text(this Contact contact, string name)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return contact.Attribute(name) as string;
    }

    /// <summary>The attribute's value where it is true or false; otherwise null.</summary>
    public static bool? Flag(this Contact contact, string name)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return contact.Attribute(name) as bool?;
    }

    /// <summary>The day or the instant the attribute says; otherwise null. A day is its midnight in UTC.</summary>
    public static DateTimeOffset? Date(this Contact contact, string name)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return contact.Attribute(name) is string text ? AttributeCheck.Date(text) : null;
    }

    /// <summary>Whether the attribute is a list of texts with this one among them.</summary>
    public static bool Includes(this Contact contact, string name, string item)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return contact.Attribute(name) is string text
            && AttributeCheck.Items(text)?.Contains(item, StringComparer.Ordinal) == true;
    }

    /// <summary>Whether the contact has the attribute, whatever its value.</summary>
    public static bool Has(this Contact contact, string name)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return contact.Attribute(name) is not null;
    }

    /// <summary>Whether the contact has the tag in a family: <c>FollowUp</c>, <c>Source</c>, <c>Attribute</c> or <c>Campaign</c> (S3-55…58).</summary>
    public static bool Tagged(this Contact contact, string tag, string family)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return Enum.TryParse<TagFamily>(family, ignoreCase: true, out var known)
            && contact.TagMarks.Any(mark => mark.Family == known && mark.Tag.Equals(tag, StringComparison.Ordinal));
    }

    /// <summary>Whether the member of the staff can write to the contact (S0-04).</summary>
    public static bool KnownTo(this Contact contact, string staffId)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return contact.Relations.Find(staffId) is { State: RelationState.Exists };
    }

    /// <summary>
    /// Whether the contact can be reached on a channel (S1-11): <c>ok</c>, <c>unknown</c>, <c>unfollowed</c>, <c>optedOut</c> or <c>deleted</c>.
    /// </summary>
    public static string Reach(this Contact contact, string channel)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return ContactReach.WordOf(ContactReach.Of(contact.Consents, contact.Relations, contact.Follows, channel));
    }

    /// <summary>The first name of a kind (<c>phone</c>, <c>external_userid</c>, <c>unionid</c>, <c>openid</c>); null without one.</summary>
    public static string? Identity(this Contact contact, string kind)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return ContactIdentity.TryParseKind(kind, out var known) ? contact.Identities.Find(known) : null;
    }
}
