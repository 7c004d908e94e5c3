using Workflows.WeComEmulator.Content;

namespace Workflows.WeComEmulator.Log;

/// <summary>What arrives, before the log gives it a number.</summary>
internal sealed record Arrival(
    string Carrier,
    string To,
    string? From,
    SaidContent Content,
    string Api,
    string Reference
)
{
    /// <summary>Whether a member has confirmed it, or none needs to.</summary>
    public bool IsConfirmed { get; init; } = true;
}
