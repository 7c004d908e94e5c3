namespace Workflows.Marketing.Channels.WeCom.Wire;

/// <summary>A picture: uploaded, or by its address at WeCom.</summary>
internal sealed record WireImage
{
    public string? MediaId { get; init; }

    public string? PicUrl { get; init; }
}
