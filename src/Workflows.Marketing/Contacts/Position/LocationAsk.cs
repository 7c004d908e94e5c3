using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Workflows.Marketing.Contacts;

/// <summary>A question for the position, as its link remembers it: what the contact is told, and which version of the words that is.</summary>
/// <param name="Text">What the position is for; null for the product's own words.</param>
/// <param name="TextVersion">The version of the words, for the ledger of consent.</param>
public sealed record LocationAsk(string? Text, string TextVersion)
{
    /// <summary>The version of the product's own words; they change together.</summary>
    public const string OwnWords = "location-1";

    /// <summary>The product's own words in Chinese.</summary>
    public const string ChineseWords =
        "我们用您的位置为您找最近的门店和客户群。只有您同意后才会读取一次并保存；您随时可以让我们删除。";

    /// <summary>The product's own words in English.</summary>
    public const string EnglishWords =
        "We use your position to find the nearest shop and group for you. It is read once, and kept, only after you agree; ask us at any time to delete it.";

    private const string Scheme = "locate:";

    /// <summary>A question in some words, or in the product's own. Words without a version get one that follows from them.</summary>
    public static LocationAsk Of(string? text, string? version) =>
        text is null
            ? new LocationAsk(null, OwnWords)
            : new LocationAsk(
                text,
                version ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]
            );

    /// <summary>The question a link leads to; null for a link to something else.</summary>
    public static LocationAsk? Read(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.StartsWith(Scheme, StringComparison.Ordinal)
            ? JsonSerializer.Deserialize<LocationAsk>(target.AsSpan(Scheme.Length))
            : null;
    }

    /// <summary>What its link leads to: no address, so nothing is ever redirected there.</summary>
    public string ToTarget() => Scheme + JsonSerializer.Serialize(this);

    /// <summary>What the contact is told.</summary>
    public string In(bool isChinese) => Text ?? (isChinese ? ChineseWords : EnglishWords);
}
