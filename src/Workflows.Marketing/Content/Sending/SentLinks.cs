using Workflows.Marketing.Journeys;

namespace Workflows.Marketing.Content;

/// <summary>Whether a block sends a link: in a card, in its words, or in what its content says.</summary>
internal static class SentLinks
{
    private static readonly string[] Cards = ["linkUrl", "miniProgram", "page"];

    public static bool Exist(JourneyActivity activity, ContentItem? item) =>
        Cards.Any(activity.IsGiven) || Names(activity.Written("text")) || (item is not null && Has(item));

    private static bool Has(ContentItem item) =>
        item.Url is not null || item.MiniProgram is not null || item.Texts.Values.Any(text => Names(text?.Text));

    private static bool Names(string? text) =>
        text is not null
        && (
            text.Contains("https://", StringComparison.OrdinalIgnoreCase)
            || text.Contains("http://", StringComparison.OrdinalIgnoreCase)
        );
}
