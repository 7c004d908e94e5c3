using System.Text.Json.Serialization;

namespace Workflows.Marketing.Messaging;

/// <summary>What a message carries beside its text: a closed set of cases. Its JSON names the case in <c>kind</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Image), "image")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(MiniProgram), "miniprogram")]
[JsonDerivedType(typeof(Video), "video")]
[JsonDerivedType(typeof(File), "file")]
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
}
