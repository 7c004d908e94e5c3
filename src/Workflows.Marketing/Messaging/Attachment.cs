using System.Text.Json.Serialization;

namespace Workflows.Marketing.Messaging;

/// <summary>What a message carries beside its text: a closed set of cases. Its JSON names the case in <c>kind</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Image), "image")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(MiniProgram), "miniprogram")]
[JsonDerivedType(typeof(Video), "video")]
[JsonDerivedType(typeof(File), "file")]
[JsonDerivedType(typeof(Fields), "fields")]
public abstract record Attachment
{
    private Attachment() { }

    /// <summary>A picture, by its name in the content library or by its address; one of the two is given.</summary>
    /// <param name="Media">The picture's name in the content library, or null.</param>
    /// <param name="Url">The picture's address, or null.</param>
    public sealed record Image(string? Media, string? Url) : Attachment;

    /// <summary>A card that opens a page.</summary>
    /// <param name="Title">The card's title.</param>
    /// <param name="Url">The page.</param>
    /// <param name="Description">A line below the title, or null.</param>
    /// <param name="Picture">The address of the card's picture, or null.</param>
    public sealed record Link(string Title, string Url, string? Description = null, string? Picture = null)
        : Attachment;

    /// <summary>A card that opens a page of a mini-program.</summary>
    /// <param name="AppId">The mini-program.</param>
    /// <param name="Page">The page's path with its query.</param>
    /// <param name="Title">The card's title.</param>
    /// <param name="Picture">The picture's name in the content library, or null.</param>
    public sealed record MiniProgram(string AppId, string Page, string Title, string? Picture = null) : Attachment;

    /// <summary>A video.</summary>
    /// <param name="Media">Its name in the content library.</param>
    public sealed record Video(string Media) : Attachment;

    /// <summary>A file.</summary>
    /// <param name="Media">Its name in the content library.</param>
    public sealed record File(string Media) : Attachment;

    /// <summary>The fields of a template that the platform, or the gateway, keeps; equal when all of them are.</summary>
    /// <param name="Template">The template's id over there.</param>
    /// <param name="Values">What goes into its fields, by their names.</param>
    public sealed record Fields(string Template, IReadOnlyDictionary<string, string> Values) : Attachment
    {
        /// <inheritdoc/>
        public bool Equals(Fields? other) =>
            other is not null
            && string.Equals(Template, other.Template, StringComparison.Ordinal)
            && Values.Count == other.Values.Count
            && Values.All(pair =>
                other.Values.TryGetValue(pair.Key, out var value)
                && string.Equals(pair.Value, value, StringComparison.Ordinal)
            );

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Template, Values.Count);
    }
}
