using Workflows.Marketing.Channels.WeCom.Ways;

namespace Workflows.Host.WeCom;

/// <summary>How somebody comes in by a way, in the words of a poster or of a page.</summary>
internal static class WayWords
{
    /// <summary>What stands above the code on paper.</summary>
    public static string Scan(bool isChinese) => isChinese ? "微信扫一扫" : "Scan with WeChat";

    /// <summary>The three steps behind a code that was scanned from paper.</summary>
    public static IReadOnlyList<string> OnPaper(WayKind kind, bool isChinese) =>
        [isChinese ? "打开微信，扫描二维码" : "Open WeChat and scan the code", .. Then(kind, isChinese)];

    /// <summary>The three steps on the phone that shows the code.</summary>
    public static IReadOnlyList<string> OnPhone(WayKind kind, bool isChinese) =>
        [
            (kind, isChinese) switch
            {
                (WayKind.Link, true) => "点击下面的按钮",
                (WayKind.Link, false) => "Tap the button below",
                (_, true) => "在微信里长按二维码，选择“识别”",
                _ => "Hold the code in WeChat, and choose “Extract QR code”",
            },
            .. Then(kind, isChinese),
        ];

    private static IReadOnlyList<string> Then(WayKind kind, bool isChinese) =>
        (kind, isChinese) switch
        {
            (WayKind.Group, true) => ["点击“加入群聊”", "在群里领取专属福利"],
            (WayKind.Group, false) => ["Tap “Join group”", "Find your benefits in the group"],
            (_, true) => ["点击“添加到通讯录”", "收到欢迎语后按提示加入门店群"],
            _ => ["Tap “Add to contacts”", "Follow the greeting into the store's group"],
        };
}
