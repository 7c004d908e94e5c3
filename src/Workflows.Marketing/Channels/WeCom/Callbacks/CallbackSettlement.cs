namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>What became of a leased callback.</summary>
/// <param name="Key">What makes the event itself.</param>
/// <param name="State"><see cref="CallbackState.Queued"/> to try again at <paramref name="At"/>.</param>
/// <param name="At">When it was settled, or when it is tried again.</param>
/// <param name="Reason">Why it is not handled, or null.</param>
public sealed record CallbackSettlement(string Key, CallbackState State, DateTimeOffset At, string? Reason = null);
