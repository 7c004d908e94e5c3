namespace Workflows.WeComEmulator.Phones;

/// <summary>A chat on a phone.</summary>
/// <param name="Id">The userid of the member or the chat_id of the group.</param>
/// <param name="IsFriend">Whether one can still write there.</param>
/// <param name="Size">How many are in the group; 2 between two people.</param>
internal sealed record PhoneChat(
    string Id,
    bool IsGroup,
    string Title,
    string Subtitle,
    bool IsFriend,
    int Size,
    IReadOnlyList<PhoneMessage> Messages
)
{
    public long Newest() => Messages is [.., var last] ? last.Number : 0;
}
