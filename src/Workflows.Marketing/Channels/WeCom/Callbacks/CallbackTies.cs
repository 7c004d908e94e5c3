using Workflows.Marketing.Channels.WeCom.Synchronization;

namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>What callbacks say of ties, so that the nightly comparison only finds what callbacks did not tell.</summary>
internal static class CallbackTies
{
    /// <summary>The ties some callbacks speak of, of each the latest.</summary>
    public static Tie[] Of(IEnumerable<(WeComCallback Callback, DateTimeOffset ReceivedAt)> callbacks) =>
        [
            .. callbacks
                .SelectMany(one => Of(one.Callback, one.ReceivedAt))
                .GroupBy(tie => (tie.Kind, tie.Owner, tie.Customer))
                .Select(same => same.MaxBy(tie => tie.ChangedAt)!),
        ];

    private static IEnumerable<Tie> Of(WeComCallback callback, DateTimeOffset receivedAt)
    {
        var at = callback.At is { } said && said <= receivedAt ? said : receivedAt;
        return callback.Event switch
        {
            WeComEvents.ContactChange
                when callback is { Staff: { Length: <= 128 } staff, Customer: { Length: <= 128 } customer } => Friend(
                callback.ChangeType,
                new Tie(TieKind.Friend, staff, customer) { ChangedAt = at }
            ),
            WeComEvents.GroupChange when callback["ChatId"] is { Length: <= 128 } group => callback
                .Members.Where(ExternalUserIds.IsExternal)
                .SelectMany(member =>
                    Member(callback["UpdateDetail"], new Tie(TieKind.Member, group, member) { ChangedAt = at })
                ),
            _ => [],
        };
    }

    private static IEnumerable<Tie> Friend(string change, Tie tie) =>
        change switch
        {
            "add_external_contact" or "add_half_external_contact" => [tie],
            "del_external_contact" or "del_follow_user" => [tie with { IsLost = true }],
            _ => [],
        };

    private static IEnumerable<Tie> Member(string? change, Tie tie) =>
        change switch
        {
            "add_member" => [tie],
            "del_member" => [tie with { IsLost = true }],
            _ => [],
        };
}
