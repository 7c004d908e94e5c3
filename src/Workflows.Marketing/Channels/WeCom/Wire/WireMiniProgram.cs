namespace Workflows.Marketing.Channels.WeCom.Wire;

/// <summary>A card that opens a page of a mini-program.</summary>
internal sealed record WireMiniProgram
{
    public string? Title { get; init; }

    public string? PicMediaId { get; init; }

    public string? Appid { get; init; }

    public string? Page { get; init; }
}
