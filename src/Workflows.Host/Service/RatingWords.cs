using Workflows.Host.Links;
using Workflows.Host.Studio;

namespace Workflows.Host.Service;

/// <summary>What the page that asks for a rating says.</summary>
internal static class RatingWords
{
    /// <summary>It counts now.</summary>
    public static readonly SaidPage Thanks = Said("谢谢您的评价！", "Thank you for your rating!");

    /// <summary>The order has a rating already.</summary>
    public static readonly SaidPage Already = Said("您已经评价过了，谢谢！", "You have rated this already. Thank you!");

    /// <summary>It is no rating.</summary>
    public static readonly SaidPage Wrong = Said("请选择 1 到 5 分。", "Please choose 1 to 5.");

    /// <summary>Nobody asked for one.</summary>
    public static readonly SaidPage None = Said("这个评价页面不存在。", "There is no such page.");

    private static readonly Dictionary<string, string> Chinese = new(StringComparer.Ordinal)
    {
        ["Language"] = Language.Chinese,
        ["Title"] = "服务评价",
        ["Question"] = "这次服务您满意吗？",
        ["Scale"] = "1 到 5 分",
        ["Poor"] = "不满意",
        ["Excellent"] = "很满意",
        ["Comment"] = "想对我们说的话（可不填）",
        ["Send"] = "提交",
    };

    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["Language"] = Language.English,
        ["Title"] = "Rate our service",
        ["Question"] = "How was our service?",
        ["Scale"] = "1 to 5",
        ["Poor"] = "poor",
        ["Excellent"] = "excellent",
        ["Comment"] = "Anything to add? (optional)",
        ["Send"] = "Send",
    };

    /// <summary>The words of the form in the language a browser prefers.</summary>
    public static IReadOnlyDictionary<string, string> For(HttpRequest request) =>
        Language.IsChinese(Language.Preferred(request)) ? Chinese : English;

    private static SaidPage Said(string chinese, string english) =>
        new(new("服务评价", chinese), new("Rate our service", english));
}
