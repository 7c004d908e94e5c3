namespace Workflows.Storage.WeCom;

/// <summary>A file that WeCom keeps for us, for three days.</summary>
internal sealed class MediaRow
{
    public required string Account { get; set; }

    /// <summary>What the file is for: chats or Moments.</summary>
    public required string Purpose { get; set; }

    /// <summary>The fingerprint of its bytes and name.</summary>
    public required string Fingerprint { get; set; }

    public required string MediaId { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}
