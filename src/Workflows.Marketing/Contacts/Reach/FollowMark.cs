namespace Workflows.Marketing.Contacts;

/// <summary>Whether a contact follows the company's account on a channel (S1-11), as was told last.</summary>
/// <param name="Channel">The channel, for example <c>official-account</c>.</param>
/// <param name="IsFollowing">Whether the contact follows it.</param>
/// <param name="At">Since when.</param>
public sealed record FollowMark(string Channel, bool IsFollowing, DateTimeOffset At)
{
    private const int LongestChannel = 64;

    /// <summary>What an event says of following, or null for an event that says nothing of it.</summary>
    public static FollowMark? Of(ContactEvent told)
    {
        ArgumentNullException.ThrowIfNull(told);
        if (told.Type is not (ContactEventTypes.AccountFollowed or ContactEventTypes.AccountUnfollowed))
        {
            return null;
        }

        var channel = new EventData(told.Data).Text("channel") ?? ContactReach.OfficialAccount;
        return channel.Length <= LongestChannel
            ? new FollowMark(channel, told.Type is ContactEventTypes.AccountFollowed, told.At)
            : null;
    }

    /// <summary>The latest mark of each channel, in the channels' order: it makes no difference in which order they were told.</summary>
    public static IReadOnlyList<FollowMark> Latest(IEnumerable<FollowMark> marks) =>
        [
            .. marks
                .GroupBy(mark => mark.Channel, StringComparer.OrdinalIgnoreCase)
                // Of two at one instant the loss counts.
                .Select(own => own.OrderByDescending(mark => mark.At).ThenBy(mark => mark.IsFollowing).First())
                .OrderBy(mark => mark.Channel, StringComparer.Ordinal),
        ];
}
