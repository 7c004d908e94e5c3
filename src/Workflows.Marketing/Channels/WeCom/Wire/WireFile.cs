namespace Workflows.Marketing.Channels.WeCom.Wire;

/// <summary>An uploaded video or file.</summary>
internal sealed record WireFile
{
    public string? MediaId { get; init; }

    public string? ThumbMediaId { get; init; }
}
