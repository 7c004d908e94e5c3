namespace Workflows.WeComEmulator.Media;

internal sealed record MediaItem(
    string MediaId,
    string Type,
    string FileName,
    string ContentType,
    byte[] Bytes,
    DateTimeOffset Until
);
