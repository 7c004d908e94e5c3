using System.Collections.Frozen;
using System.Globalization;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeChat;

/// <summary>What WeChat's error codes (api.weixin.qq.com) mean for a message.</summary>
internal static class WeChatErrors
{
    /// <summary>The reason code of a customer who has no approval left, or took it back.</summary>
    public const string UsedUp = "subscription_used_up";

    private static readonly TimeSpan AfterSetUp = TimeSpan.FromMinutes(5);

    private static readonly FrozenDictionary<int, Receipt> ByCode = new Dictionary<int, Receipt>
    {
        [-1] = new Receipt.Unavailable("WeChat is busy (-1)."),
        [40003] = Ended(SendOutcome.Refused, "invalid_openid", "The openid is not one of this application (40003)."),
        [40013] = SetUp("The AppId is wrong (40013)."),
        [40037] = Ended(
            SendOutcome.Refused,
            "invalid_template",
            "The template is not one of this application (40037)."
        ),
        [40125] = SetUp("The secret is wrong (40125)."),
        [40164] = SetUp("This server's address is not on the list of trusted addresses (40164)."),
        [41030] = Ended(SendOutcome.Refused, "invalid_page", "The mini-program has no such page (41030)."),
        [43004] = Ended(SendOutcome.NotAFriend, "not_following", "The customer does not follow the account (43004)."),
        [43101] = Ended(
            SendOutcome.QuotaReached,
            UsedUp,
            "The customer refused, or has no approval left: one approval is one message (43101)."
        ),
        [45009] = new Receipt.Unavailable("The API was called too often (45009).", TimeSpan.FromMinutes(1)),
        [45011] = new Receipt.Unavailable("The API was called too often (45011).", TimeSpan.FromMinutes(1)),
        [45015] = Ended(
            SendOutcome.Refused,
            "outside_window",
            "The time in which the account may answer the customer is over (45015)."
        ),
        [45047] = Ended(
            SendOutcome.QuotaReached,
            "window_used_up",
            "The account sent as many messages as it may before the customer answers (45047)."
        ),
        [47003] = Ended(SendOutcome.Refused, "template_fields", "The template's fields are wrong (47003)."),
        [48001] = SetUp("The application may not use this API (48001)."),
    }.ToFrozenDictionary();

    /// <summary>Whether the access token is to be renewed: it ended, or somebody else asked for a newer one.</summary>
    public static bool IsToken(int code) => code is 40001 or 40014 or 42001;

    /// <summary>The receipt of a code that is not success.</summary>
    public static Receipt Of(int code, string? message) =>
        ByCode.TryGetValue(code, out var receipt)
            ? receipt
            : Ended(
                SendOutcome.Refused,
                string.Create(CultureInfo.InvariantCulture, $"wechat_{code}"),
                $"WeChat says {message} ({code.ToString(CultureInfo.InvariantCulture)})."
            );

    private static Receipt.Ended Ended(SendOutcome outcome, string code, string reason) => new(outcome, code, reason);

    // A person has to change something; the messages wait.
    private static Receipt.Unavailable SetUp(string reason) => new(reason, AfterSetUp);
}
