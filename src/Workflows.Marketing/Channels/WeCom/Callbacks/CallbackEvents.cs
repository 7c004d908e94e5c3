using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>
/// Says in our words what a callback tells about customers. Pure: the same callback always gives the same events, with the same ids, so
/// that reading it again changes nothing. A callback that is about no customer, or that we do not know, gives none.
/// </summary>
internal static class CallbackEvents
{
    private const int LongestValue = 256;

    private static readonly JsonSerializerOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="callback">What WeCom said.</param>
    /// <param name="receivedAt">When it came; stands in where the callback says no time that can be.</param>
    public static IReadOnlyList<ContactEvent> Of(WeComCallback callback, DateTimeOffset receivedAt) =>
        callback.Event switch
        {
            WeComEvents.ContactChange => OfContact(callback, receivedAt),
            WeComEvents.GroupChange when callback.ChangeType is "update" => OfMembers(callback, receivedAt),
            WeComEvents.Acquisition => OfLink(callback, receivedAt),
            _ => [],
        };

    private static IReadOnlyList<ContactEvent> OfContact(WeComCallback callback, DateTimeOffset receivedAt)
    {
        var said = new Sayer(callback, receivedAt, callback.Customer, callback.Staff);
        var isTransfer = callback["Source"] is "DELETE_BY_TRANSFER";
        return callback.ChangeType switch
        {
            "add_external_contact" => said.Says(WeComEvents.FriendAdded, Arrival(callback)),
            "add_half_external_contact" => said.Says(WeComEvents.FriendHalfAdded, Arrival(callback)),
            "edit_external_contact" => said.Says(WeComEvents.FriendEdited),
            "del_external_contact" =>
            [
                .. said.Says(WeComEvents.FriendRemoved, ("transferred", isTransfer ? "true" : "false")),
                .. said.Says(WeComEvents.RelationLost, ("by", isTransfer ? "transfer" : "staff")),
            ],
            "del_follow_user" =>
            [
                .. said.Says(WeComEvents.FriendLost),
                .. said.Says(WeComEvents.RelationLost, ("by", "customer")),
            ],
            "transfer_fail" => said.Says(WeComEvents.TransferFailed, ("reason", callback["FailReason"])),
            "msg_audit_approved" => said.Says(WeComEvents.ArchiveAgreed, ("welcome_code", callback.WelcomeCode)),
            _ => [],
        };
    }

    private static (string, string?)[] Arrival(WeComCallback callback) =>
        [
            ("state", callback["State"]),
            // Callbacks do not say it today; should they begin to, it is understood.
            ("add_way", callback["AddWay"] is { } way ? AddWays.NameOf(way) : null),
            ("welcome_code", callback.WelcomeCode),
        ];

    private static IReadOnlyList<ContactEvent> OfMembers(WeComCallback callback, DateTimeOffset receivedAt)
    {
        (string Type, string Scene)? change = callback["UpdateDetail"] switch
        {
            "add_member" => (WeComEvents.GroupJoined, "JoinScene"),
            "del_member" => (WeComEvents.GroupLeft, "QuitScene"),
            _ => null,
        };
        return change is not { } kind || callback["ChatId"] is not { } group
            ? []
            :
            [
                .. callback
                    .Members.Where(ExternalUserIds.IsExternal)
                    .Distinct(StringComparer.Ordinal)
                    .SelectMany(member =>
                        new Sayer(callback, receivedAt, member, staff: null, about: member).Says(
                            kind.Type,
                            ("group", group),
                            ("scene", GroupScenes.NameOf(kind.Scene, callback[kind.Scene]))
                        )
                    ),
            ];
    }

    private static IReadOnlyList<ContactEvent> OfLink(WeComCallback callback, DateTimeOffset receivedAt)
    {
        var said = new Sayer(callback, receivedAt, callback.Customer, callback.Staff);
        (string, string?)[] data = [("link", callback["LinkId"]), ("state", callback["State"])];
        return callback.ChangeType switch
        {
            "customer_start_chat" => said.Says(WeComEvents.LinkChatStarted, data),
            "friend_request" => said.Says(WeComEvents.LinkFriendRequested, data),
            _ => [],
        };
    }

    /// <summary>Writes events about one customer; none where the callback names nobody.</summary>
    private sealed class Sayer(
        WeComCallback callback,
        DateTimeOffset receivedAt,
        string? customer,
        string? staff,
        string? about = null
    )
    {
        public IReadOnlyList<ContactEvent> Says(string type, params IReadOnlyList<(string Name, string? Value)> data) =>
            customer is null or { Length: > 128 }
                ? []
                :
                [
                    new ContactEvent(
                        WeComEvents.Source,
                        Id(type),
                        type,
                        At(),
                        [new ContactIdentity(IdentityKind.ExternalUserId, customer)],
                        Write(data)
                    ),
                ];

        // One callback may tell several things, about several people.
        private string Id(string type)
        {
            var member = about is null
                ? ""
                : ":" + callback.Members.ToList().IndexOf(about).ToString(CultureInfo.InvariantCulture);
            return $"{callback.Key}:{type}{member}";
        }

        private DateTimeOffset At() => callback.At is { } at && at <= receivedAt.AddHours(1) ? at : receivedAt;

        private string? Write(IEnumerable<(string Name, string? Value)> data)
        {
            var said = data.Prepend(("staff", staff))
                .Where(pair => !string.IsNullOrEmpty(pair.Item2))
                .ToDictionary(pair => pair.Item1, pair => Shorten(pair.Item2!), StringComparer.Ordinal);
            return said.Count == 0 ? null : JsonSerializer.Serialize(said, Writing);
        }

        private static string Shorten(string text) => text.Length <= LongestValue ? text : text[..LongestValue];
    }
}
