namespace Workflows.Marketing.Channels.WeCom.Media;

/// <summary>A file as it is uploaded.</summary>
/// <param name="Name">Its name with the ending, which WeCom shows for files.</param>
/// <param name="Type"><c>image</c>, <c>voice</c>, <c>video</c> or <c>file</c>.</param>
/// <param name="ContentType">Its MIME type, for example <c>image/png</c>.</param>
/// <param name="Content">Its bytes; at most 10 MB for pictures and videos, 20 MB for files.</param>
public sealed record MediaFile(string Name, string Type, string ContentType, byte[] Content);
