namespace Workflows.Marketing.Launches;

/// <summary>
/// By what a phase of a launch may be measured (S2-46), as documents write them. WeCom does not tell how often a post in Moments
/// was seen: there are no views.
/// </summary>
public static class ExitMetrics
{
    /// <summary>Likes of its posts.</summary>
    public const string Likes = "likes";

    /// <summary>Comments on its posts.</summary>
    public const string Comments = "comments";

    /// <summary>Clicks on its links.</summary>
    public const string Clicks = "clicks";

    /// <summary>Orders that count for its posts.</summary>
    public const string Orders = "orders";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Likes, Comments, Clicks, Orders];
}
