namespace Workflows.WeComEmulator.Log;

/// <summary>A picture, link, mini-program, video or file that came with a message.</summary>
/// <param name="Type"><c>image</c>, <c>link</c>, <c>miniprogram</c>, <c>video</c> or <c>file</c>.</param>
public sealed record LoggedAttachment(
    string Type,
    string? Title = null,
    string? Description = null,
    string? Url = null,
    string? Picture = null,
    string? MediaId = null,
    string? AppId = null,
    string? Page = null
);
