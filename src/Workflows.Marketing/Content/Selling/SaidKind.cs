using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Content;

/// <summary>
/// What sort of content a message is, for limits and checks: what its block says, else the theme of its content. A content
/// that sells stays one, whatever its block calls it (S2-43); a part of a script or of a procedure stays that.
/// </summary>
internal static class SaidKind
{
    private const string Selling = "sales";

    /// <summary>What a post in Moments may be (S2-42).</summary>
    public static IReadOnlyList<string> OfMoments { get; } = ["persona", "knowledge", "expert", Selling, "script"];

    /// <summary>The kind, or null where nobody says.</summary>
    /// <param name="said">What the block says; null or empty for nothing.</param>
    /// <param name="item">The content it says, or null.</param>
    /// <param name="carrier">Where it is said; null where that is not known.</param>
    public static string? Of(string? said, ContentItem? item, Carrier? carrier) =>
        string.IsNullOrWhiteSpace(said) ? item?.Theme?.ToString().ToLowerInvariant()
        : item?.Theme == ContentTheme.Sales && !Stays(said, carrier) ? Selling
        : said;

    /// <summary>Whether such a message sells.</summary>
    public static bool Sells(string? kind) => kind is "offer" or Selling;

    private static bool Stays(string said, Carrier? carrier) =>
        said is "script" or "offer" || (said is "sop" && carrier != Carrier.Moments);
}
