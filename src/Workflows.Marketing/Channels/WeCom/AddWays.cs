using System.Globalization;

namespace Workflows.Marketing.Channels.WeCom;

/// <summary>
/// How a customer became a friend, as WeCom numbers it (<c>add_way</c>). WeCom keeps adding numbers: one that is not known here is
/// <see cref="Other"/>, never a mistake.
/// </summary>
public static class AddWays
{
    /// <summary>A way that has no name here.</summary>
    public const string Other = "other";

    private static readonly Dictionary<int, string> Names = new()
    {
        [0] = "unknown",
        [1] = "qr",
        [2] = "phone_search",
        [3] = "card_share",
        [4] = "group_chat",
        [5] = "phone_contacts",
        [6] = "wechat_contact",
        [7] = "wechat_request",
        [8] = "third_party_service",
        [9] = "mail_search",
        [10] = "video_channel",
        [11] = "calendar",
        [12] = "meeting",
        [13] = "wechat_friends_wecom",
        [14] = "smart_hardware",
        [15] = "on_site_service",
        [16] = "acquisition_link",
        [17] = "custom_development",
        [18] = "requirement_reply",
        [201] = "shared_by_colleague",
        [202] = "assigned_by_admin",
    };

    /// <summary>The name of a number, for example <c>qr</c> for 1.</summary>
    public static string NameOf(int way) => Names.GetValueOrDefault(way, Other);

    internal static string NameOf(string way) =>
        int.TryParse(way, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? NameOf(number) : Other;
}
