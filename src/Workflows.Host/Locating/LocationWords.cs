using Workflows.Host.Links;
using Workflows.Host.Studio;

namespace Workflows.Host.Locating;

/// <summary>What the page that asks for the position says.</summary>
internal static class LocationWords
{
    /// <summary>The position came.</summary>
    public static readonly SaidPage Kept = Said("谢谢，已收到您的位置。", "Thank you, we have your position.");

    /// <summary>The customer does not want it.</summary>
    public static readonly SaidPage Declined = Said(
        "好的，我们不会读取您的位置。",
        "All right: we do not read your position."
    );

    /// <summary>There is an answer already.</summary>
    public static readonly SaidPage Already = Said(
        "您已经回答过了，谢谢！",
        "You have answered this already. Thank you!"
    );

    /// <summary>Nobody asked this.</summary>
    public static readonly SaidPage None = Said("这个页面不存在。", "There is no such page.");

    /// <summary>It is no position.</summary>
    public static readonly SaidPage Wrong = Said(
        "没有收到位置，请返回重试。",
        "No position came. Please go back and try again."
    );

    private static readonly Dictionary<string, string> Chinese = new(StringComparer.Ordinal)
    {
        ["Language"] = Language.Chinese,
        ["Title"] = "分享您的位置",
        ["Agree"] = "同意并获取位置",
        ["Decline"] = "不同意",
        ["Note"] = "点“同意”后，浏览器会再次询问您。",
        ["Busy"] = "正在获取位置……",
        ["Denied"] = "浏览器没有允许读取位置。您可以在设置中允许后重试，或选择“不同意”。",
        ["Missing"] = "暂时无法获取位置。请打开定位后重试，或选择“不同意”。",
        ["NoScript"] = "您的浏览器不能读取位置，您可以选择“不同意”。",
    };

    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["Language"] = Language.English,
        ["Title"] = "Share your position",
        ["Agree"] = "Agree, and read my position",
        ["Decline"] = "No, thank you",
        ["Note"] = "After you agree your browser asks you once more.",
        ["Busy"] = "Reading your position …",
        ["Denied"] = "Your browser did not allow it. Allow it in the settings and try again, or choose No.",
        ["Missing"] = "Your position cannot be read now. Switch positioning on and try again, or choose No.",
        ["NoScript"] = "Your browser cannot read your position; you can choose No.",
    };

    /// <summary>Whether a browser reads Chinese.</summary>
    public static bool AreChinese(HttpRequest request) => Language.IsChinese(Language.Preferred(request));

    /// <summary>The words in the language a browser prefers.</summary>
    public static IReadOnlyDictionary<string, string> For(HttpRequest request) =>
        AreChinese(request) ? Chinese : English;

    private static SaidPage Said(string chinese, string english) =>
        new(new("分享您的位置", chinese), new("Share your position", english));
}
