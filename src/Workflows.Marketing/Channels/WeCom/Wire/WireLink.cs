namespace Workflows.Marketing.Channels.WeCom.Wire;

/// <summary>A card that opens a page. Moments take the uploaded <see cref="MediaId"/> as its picture, the others <see cref="Picurl"/>.</summary>
internal sealed record WireLink
{
    public string? Title { get; init; }

    public string? Picurl { get; init; }

    public string? Desc { get; init; }

    public string? Url { get; init; }

    public string? MediaId { get; init; }
}
