using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workflows.Marketing.Channels.WeCom.Customers;

namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>What is known of a friend, in short: one hash of the person and the friendship, one of what the member of staff noted.</summary>
internal static class ProfileHash
{
    /// <summary>Both, joined by a dot; at most 64 characters.</summary>
    public static string Of(ExternalContact contact, FollowUser follow) => $"{Person(contact, follow)}.{Notes(follow)}";

    /// <summary>What the member of staff noted.</summary>
    public static string Notes(FollowUser follow) =>
        Hash([follow.Remark, follow.Description, follow.RemarkCorpName, .. follow.RemarkMobiles ?? []]);

    /// <summary>Whether two profiles differ in nothing but notes, which are as given in the later one.</summary>
    public static bool DifferInNotes(string? before, string after, Func<string, bool> notes) =>
        before?.Split('.') is [var person, _]
        && after.Split('.') is [var same, var now]
        && string.Equals(person, same, StringComparison.Ordinal)
        && notes(now);

    private static string Person(ExternalContact contact, FollowUser follow) =>
        Hash([
            contact.Name,
            contact.Avatar,
            contact.CorpName,
            contact.Unionid,
            Text(contact.Type),
            Text(contact.Gender),
            follow.State,
            Text(follow.AddWay),
        ]);

    private static string Hash(string?[] parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts)));
        return Convert.ToHexStringLower(hash.AsSpan(0, 15));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
