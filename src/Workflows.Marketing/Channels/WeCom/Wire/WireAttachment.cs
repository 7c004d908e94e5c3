namespace Workflows.Marketing.Channels.WeCom.Wire;

/// <summary>One attachment of a mass message, a welcome or a Moment: the part named by <see cref="Msgtype"/> is set.</summary>
internal sealed record WireAttachment
{
    public required string Msgtype { get; init; }

    public WireImage? Image { get; init; }

    public WireLink? Link { get; init; }

    public WireMiniProgram? Miniprogram { get; init; }

    public WireFile? Video { get; init; }

    public WireFile? File { get; init; }
}
