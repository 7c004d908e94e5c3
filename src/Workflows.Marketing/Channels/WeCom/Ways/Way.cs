namespace Workflows.Marketing.Channels.WeCom.Ways;

/// <summary>A way, and what WeCom calls it.</summary>
/// <param name="Spec">What it is.</param>
/// <param name="MadeAt">When it was begun.</param>
public sealed record Way(WaySpec Spec, DateTimeOffset MadeAt)
{
    /// <summary>WeCom's id of it; null while it is not known whether WeCom has made it.</summary>
    public string? Reference { get; init; }

    /// <summary>The address of the QR code's picture; of a link, the link itself with its channel. Null while it is not made.</summary>
    public string? Address { get; init; }
}
