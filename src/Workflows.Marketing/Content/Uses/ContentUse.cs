using System.Text.Json;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Content;

/// <summary>A content that a member of the staff said by hand, for example a script copied from the sidebar, as an event of its contact (S1-44).</summary>
/// <param name="Content">The content and version, as messages name it.</param>
/// <param name="Staff">The user id of whoever said it.</param>
public sealed record ContentUse(string Content, string Staff)
{
    /// <summary>The source of these events.</summary>
    public const string Source = "sidebar";

    /// <summary>The event of a use.</summary>
    /// <param name="id">The sidebar's name for it; the same one twice is one use.</param>
    /// <param name="contact">To whom it was said.</param>
    /// <param name="at">When.</param>
    public ContactEvent On(string id, ContactIdentities contact, DateTimeOffset at) =>
        new(
            Source,
            id,
            ContactEventTypes.ContentUsed,
            at,
            contact,
            JsonSerializer.Serialize(new { content = Content, staff = Staff }, ContentJson.Options)
        );

    /// <summary>What such an event says; null where it names no content.</summary>
    public static ContentUse? Of(string? data)
    {
        var said = new EventData(data);
        return said.Text("content") is { } content ? new ContentUse(content, said.Text("staff") ?? "") : null;
    }
}
