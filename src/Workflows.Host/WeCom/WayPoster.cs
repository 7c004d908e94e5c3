using System.Net;
using Workflows.Marketing.Channels.WeCom.Ways;

namespace Workflows.Host.WeCom;

/// <summary>A poster with a way's QR code, one page to be printed and put up in a store (S0-36, S3-30): the code, and how to come in.</summary>
internal static class WayPoster
{
    private const string Style = """
        @page{size:A4;margin:18mm}body{font-family:system-ui,"Noto Sans CJK SC",sans-serif;text-align:center;margin:0;color:#1f2329}
        h1{font-size:34pt;margin:14mm 0 6mm}p{font-size:18pt;margin:4mm 0}img{width:120mm;height:120mm}ol{display:inline-block;text-align:left;font-size:16pt;line-height:1.8}
        """;

    /// <param name="way">The way.</param>
    /// <param name="picture">The QR code.</param>
    /// <param name="words">Title and text, as people want them; null for the usual ones.</param>
    /// <param name="isChinese">The language of what nobody gave.</param>
    public static string Write(
        Way way,
        (byte[] Bytes, string Type) picture,
        (string? Title, string? Text) words,
        bool isChinese
    )
    {
        var title = WebUtility.HtmlEncode(words.Title ?? way.Spec.Remark ?? way.Spec.Name);
        var text = WebUtility.HtmlEncode(words.Text ?? (isChinese ? "微信扫一扫" : "Scan with WeChat"));
        var steps = string.Concat(Steps(way.Spec.Kind, isChinese).Select(step => $"<li>{step}</li>"));
        return $"""
            <!doctype html><html lang="{(
                isChinese ? "zh-CN" : "en"
            )}"><head><meta charset="utf-8"><title>{title}</title><style>{Style}</style></head>
            <body><h1>{title}</h1><p>{text}</p><img alt="{text}" src="data:{picture.Type};base64,{Convert.ToBase64String(
                picture.Bytes
            )}"><div><ol>{steps}</ol></div></body></html>
            """;
    }

    private static string[] Steps(WayKind kind, bool isChinese) =>
        (kind, isChinese) switch
        {
            (WayKind.Group, true) => ["打开微信，扫描二维码", "点击“加入群聊”", "在群里领取专属福利"],
            (WayKind.Group, false) =>
            [
                "Open WeChat and scan the code",
                "Tap “Join group”",
                "Find your benefits in the group",
            ],
            (_, true) => ["打开微信，扫描二维码", "点击“添加到通讯录”", "收到欢迎语后按提示加入门店群"],
            _ =>
            [
                "Open WeChat and scan the code",
                "Tap “Add to contacts”",
                "Follow the greeting into the store's group",
            ],
        };
}
