namespace Workflows.Marketing.Content;

/// <summary>A file of the library. A name keeps its bytes for ever: what was sent stays what it was.</summary>
/// <param name="Name">Its name, with the ending: letters, digits, points, hyphens and underscores; at most 100.</param>
/// <param name="Type">What it is.</param>
/// <param name="ContentType">Its MIME type, as its bytes say.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Hash">The SHA-256 of its bytes in lower-case hexadecimal.</param>
/// <param name="AddedAt">When it came.</param>
/// <param name="AddedBy">Who brought it.</param>
public sealed record MediaEntry(
    string Name,
    MediaType Type,
    string ContentType,
    int Size,
    string Hash,
    DateTimeOffset AddedAt,
    string AddedBy
)
{
    /// <summary>How many seconds a video lasts; null where nobody knows.</summary>
    public double? Seconds { get; init; }
}
