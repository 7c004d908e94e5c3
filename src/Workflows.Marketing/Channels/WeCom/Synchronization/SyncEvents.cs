using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Marketing.Channels.WeCom.Customers;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>
/// Says differences as events. The same difference has the same id however often it is found, so that a run that is repeated changes nothing.
/// </summary>
internal static class SyncEvents
{
    private static readonly JsonSerializerOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A friendship we did not know. One that began after the run before is a callback that was lost: journeys may still begin with it.</summary>
    public static ContactEvent Found(ExternalContact contact, FollowUser follow, SyncRun run)
    {
        var since = Since(follow, run.StartedAt);
        var isMissed = run.PreviousAt is { } previous && since >= previous;
        return Say(
            isMissed ? WeComEvents.FriendAdded : WeComEvents.RelationAdded,
            contact.ExternalUserid,
            since,
            $"{follow.Userid}\n{since.ToUnixTimeSeconds()}",
            ("staff", follow.Userid),
            ("state", follow.State),
            ("add_way", AddWays.NameOf((int)follow.AddWay)),
            ("found_by", "sync")
        ) with
        {
            Identities = NamesOf(contact, follow),
        };
    }

    /// <summary>A friendship that is over.</summary>
    /// <param name="tie">The friendship.</param>
    /// <param name="at">When that was found.</param>
    /// <param name="by">Who ended it, as far as we know.</param>
    public static ContactEvent Lost(Tie tie, DateTimeOffset at, string by = "unknown") =>
        Say(
            WeComEvents.RelationLost,
            tie.Customer,
            at,
            Ticks($"{tie.Owner}\n", tie.ChangedAt),
            ("staff", tie.Owner),
            ("by", by),
            ("found_by", "sync")
        );

    /// <summary>What is known of the person, and what the member of staff noted.</summary>
    public static ContactEvent Profile(ExternalContact contact, FollowUser follow, string profile, DateTimeOffset at) =>
        Say(
            WeComEvents.ProfileChanged,
            contact.ExternalUserid,
            at,
            $"{follow.Userid}\n{profile}",
            ("staff", follow.Userid),
            ("name", contact.Name),
            ("avatar", contact.Avatar),
            ("gender", GenderOf(contact.Gender)),
            ("type", contact.Type == 2 ? "wecom" : "wechat"),
            ("company", contact.CorpName ?? follow.RemarkCorpName),
            ("remark", follow.Remark),
            ("description", follow.Description),
            ("state", follow.State),
            ("add_way", AddWays.NameOf((int)follow.AddWay))
        ) with
        {
            Identities = NamesOf(contact, follow),
        };

    /// <summary>A company's tag that a member of staff gave or took.</summary>
    public static ContactEvent Tagged(Tie before, Tie after, string tagId, string tag, DateTimeOffset at)
    {
        var isGiven = after.Tags.Split(',').Contains(tagId, StringComparer.Ordinal);
        return Say(
            isGiven ? WeComEvents.TagGiven : WeComEvents.TagTaken,
            after.Customer,
            at,
            $"{after.Owner}\n{tagId}\n{before.Tags}\n{after.Tags}\n{before.Profile}",
            ("staff", after.Owner),
            ("tag", tag),
            ("tag_id", tagId)
        );
    }

    /// <summary>Somebody came into a group.</summary>
    public static ContactEvent Joined(string group, Groups.GroupCalls.Member member, DateTimeOffset at) =>
        Say(
            WeComEvents.GroupJoined,
            member.Userid,
            at,
            Ticks($"{group}\n", at),
            ("group", group),
            ("scene", GroupScenes.NameOf("JoinScene", member.JoinScene.ToString(CultureInfo.InvariantCulture))),
            ("state", member.State),
            ("found_by", "sync")
        ) with
        {
            Identities = Names(member.Userid, member.Unionid, null),
        };

    /// <summary>Somebody is not in a group any more.</summary>
    public static ContactEvent Left(Tie tie, DateTimeOffset at) =>
        Say(
            WeComEvents.GroupLeft,
            tie.Customer,
            at,
            Ticks($"{tie.Owner}\n", tie.ChangedAt),
            ("group", tie.Owner),
            ("found_by", "sync")
        );

    /// <summary>The member of staff has left; the customer waits for another.</summary>
    public static ContactEvent Unassigned(string staff, string customer, DateTimeOffset at) =>
        Say(WeComEvents.Unassigned, customer, at, Ticks($"{staff}\n", at), ("staff", staff));

    /// <summary>Somebody liked or commented a Moment of a member of staff.</summary>
    /// <param name="moment">The Moment, by WeCom's id.</param>
    /// <param name="staff">Whose Moment.</param>
    /// <param name="reaction">What a customer did.</param>
    /// <param name="isComment">Whether the customer commented, not liked.</param>
    /// <param name="now">When it was read; nothing happened later.</param>
    public static ContactEvent Reacted(
        string moment,
        string staff,
        Moments.MomentCalls.Reaction reaction,
        bool isComment,
        DateTimeOffset now
    )
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(Math.Min(reaction.CreateTime, now.ToUnixTimeSeconds()));
        return Say(
            isComment ? WeComEvents.MomentCommented : WeComEvents.MomentLiked,
            reaction.ExternalUserid!.Trim(),
            at,
            string.Create(CultureInfo.InvariantCulture, $"{moment}\n{staff}\n{reaction.CreateTime}"),
            ("staff", staff),
            ("moment", moment)
        );
    }

    /// <summary>When the friendship began.</summary>
    public static DateTimeOffset Since(FollowUser follow, DateTimeOffset otherwise) =>
        follow.Createtime is > 0 and <= uint.MaxValue
        && DateTimeOffset.FromUnixTimeSeconds(follow.Createtime) is var since
        && since <= otherwise.AddHours(1)
            ? since
            : otherwise;

    private static ContactEvent Say(
        string type,
        string customer,
        DateTimeOffset at,
        string difference,
        params IEnumerable<(string Name, string? Value)> data
    )
    {
        var said = data.Where(pair => !string.IsNullOrEmpty(pair.Value))
            .ToDictionary(pair => pair.Name, pair => Shorten(pair.Value!), StringComparer.Ordinal);
        var id = SHA256.HashData(Encoding.UTF8.GetBytes($"{type}\n{customer}\n{difference}"));
        return new ContactEvent(
            WeComEvents.Source,
            $"sync:{Convert.ToHexStringLower(id)}",
            type,
            at,
            [new ContactIdentity(IdentityKind.ExternalUserId, customer)],
            JsonSerializer.Serialize(said, Writing)
        );
    }

    private static ContactIdentities NamesOf(ExternalContact contact, FollowUser follow) =>
        Names(contact.ExternalUserid, contact.Unionid, follow.RemarkMobiles?.FirstOrDefault(IsMobile));

    private static ContactIdentities Names(string customer, string? unionid, string? mobile)
    {
        List<ContactIdentity> names = [new(IdentityKind.ExternalUserId, customer)];
        if (unionid is { Length: > 0 and <= 128 })
        {
            names.Add(new(IdentityKind.UnionId, unionid));
        }

        if (mobile is not null)
        {
            names.Add(new(IdentityKind.Phone, mobile));
        }

        return [.. names];
    }

    private static bool IsMobile(string text) => text.Length is >= 7 and <= 15 && text.All(char.IsAsciiDigit);

    private static string? GenderOf(int gender) =>
        gender switch
        {
            1 => "male",
            2 => "female",
            _ => null,
        };

    private static string Ticks(string text, DateTimeOffset at) =>
        text + at.UtcTicks.ToString(CultureInfo.InvariantCulture);

    private static string Shorten(string text) => text.Length <= 256 ? text : text[..256];
}
